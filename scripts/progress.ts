import type { WriteStream } from 'node:tty'
import { countDone, type ImportReport } from '@/lib/ingest/import-report'

/** Width of the bar, in characters. */
const WIDTH = 30
/** How often plain lines tell of progress, in milliseconds. */
const INTERVAL = 2_000

/**
 * Shows how far an import is: one line that is rewritten on a terminal, a
 * plain line every two seconds elsewhere.
 *
 * @param stream where to; null for silence
 */
export function createProgress(stream: WriteStream | null) {
  let last = performance.now()
  return {
    show: (report: ImportReport): void => {
      const done = countDone(report)
      const { total } = report
      if (stream?.isTTY) {
        const filled = Math.round((done / Math.max(1, total)) * WIDTH)
        const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
        stream.write(`\r\u001b[K${bar} ${done} of ${total} documents`)
      } else if (performance.now() - last >= INTERVAL) {
        last = performance.now()
        stream?.write(`${done} of ${total} documents\n`)
      }
    },
    /** Clears the line that is rewritten. */
    end: (): void => {
      if (stream?.isTTY) stream.write('\r\u001b[K')
    },
  }
}

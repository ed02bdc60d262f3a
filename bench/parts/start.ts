import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Table } from '@/bench/tables'
import { run, start } from '@/scripts/steps/command.mjs'
import { freePort } from '@/scripts/steps/free-port.mjs'

/** Measures `npm start` on a fresh clone of the last commit, which installs packages, and once more. */
export async function measureStart(onLine: (line: string) => void): Promise<Table> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-start-'))
  try {
    await run(['git', 'clone', '--quiet', '.', folder])
    onLine('the first start')
    const first = await timeStart(folder)
    onLine('the second start')
    const second = await timeStart(folder)
    return [
      { what: '`npm start` on a fresh clone', seconds: first.toFixed(1) },
      { what: '`npm start` again, nothing changed', seconds: second.toFixed(1) },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Returns the seconds from `npm start` to the address being printed. */
async function timeStart(folder: string): Promise<number> {
  const started = performance.now()
  const child = start(['node', path.join(folder, 'scripts/start.mjs')], {
    env: { PORT: `${await freePort()}`, DATABASE_URL: undefined },
  })
  return new Promise((resolve, reject) => {
    const lines: string[] = []
    let seconds = 0
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface(stream).on('line', (line) => {
        lines.push(line)
        if (!line.startsWith('Hotsheet: ')) return
        seconds = (performance.now() - started) / 1_000
        child.kill('SIGTERM')
      })
    }
    child.once('close', () => {
      if (seconds > 0) resolve(seconds)
      else reject(new Error(`npm start failed.\n${lines.join('\n')}`))
    })
  })
}

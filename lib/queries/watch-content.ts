import { repeat } from './repeat'

/** How often the content's version is read, in milliseconds. */
const INTERVAL = 1_000

/** What watching needs of its surroundings. */
export interface ContentWatch {
  readVersion: () => Promise<number>
  /** Makes caches void for a version that is new; when it fails it is tried again. */
  onChange: (version: number) => Promise<void>
  /** Told of a failure when it is another than the one before. */
  onProblem: (message: string) => void
  interval?: number
}

/**
 * Calls `onChange` at once, since what was built may be older than the
 * content, and from then on whenever the version differs from the last one.
 * A database that is missing or locked is asked again; the process is not
 * kept alive for it.
 *
 * @returns a function that ends the watch
 */
export function watchContent(watch: ContentWatch): () => void {
  let seen: number | null = null
  const work = async () => {
    const version = await watch.readVersion()
    if (version !== seen) await watch.onChange(version)
    seen = version
  }
  return repeat({ work, intervalMs: watch.interval ?? INTERVAL, onProblem: watch.onProblem })
}

/** A load that takes longer than this, in milliseconds, no longer holds up those behind it. */
const PATIENCE = 8_000

let last: Promise<unknown> = Promise.resolve()

/**
 * Loads what no reader waits for, one after another. Styles that come before some that
 * are already there make Chromium look for all fonts anew, and what missed the first
 * paint would then change under the reader. What a press needs is imported at once.
 *
 * @returns what was loaded; it fails where that did, and holds nothing up
 */
export function inTurn<T>(load: () => Promise<T>): Promise<T> {
  const begun = last
  const loaded = begun.then(() => load())
  const ended = loaded.catch(() => undefined)
  last = begun.then(() => Promise.race([ended, patience()]))
  return loaded
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE))
}

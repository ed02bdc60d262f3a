let last: Promise<unknown> = Promise.resolve()

/**
 * Loads what no reader waits for, one after another. Styles that come before some that
 * are already there make Chromium look for all fonts anew, and what missed the first
 * paint would then change under the reader. What a press needs is imported at once.
 *
 * @returns what was loaded; it fails where that did, and holds nothing up
 */
export function inTurn<T>(load: () => Promise<T>): Promise<T> {
  const loaded = last.then(() => load())
  last = loaded.catch(() => undefined)
  return loaded
}

import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Every file below a path, or the path itself if it is a file; sorted. @param {string} from @returns {Promise<string[]>} */
async function listFiles(from) {
  const found = await stat(from).catch(() => null)
  if (!found) return []
  if (found.isFile()) return [from]
  const entries = await readdir(from, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => path.join(entry.parentPath, entry.name)).sort()
}

/**
 * A hash of the names and contents of files.
 *
 * @param {string[]} paths files and folders; a missing one counts as empty
 * @param {{ except?: RegExp, with?: string }} [options] names left out; text that counts as well
 * @returns {Promise<string>}
 */
export async function fingerprint(paths, { except, with: extra = '' } = {}) {
  const hash = createHash('sha256').update(extra)
  for (const from of paths) {
    for (const file of await listFiles(from)) {
      const name = file.split(path.sep).join('/')
      if (except?.test(name)) continue
      hash.update(`\0${name}\0`).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

/**
 * Does something unless it was done for the same fingerprint before.
 *
 * @param {string} stamp file that remembers the fingerprint; it should vanish with what was made
 * @param {string} print
 * @param {() => Promise<unknown>} make
 * @returns {Promise<boolean>} whether it was done now
 */
export async function unlessDone(stamp, print, make) {
  if ((await readFile(stamp, 'utf8').catch(() => '')) === print) return false
  // Half done is not done: an interrupted run must leave no stamp, not even an old one.
  await rm(stamp, { force: true })
  await make()
  await mkdir(path.dirname(stamp), { recursive: true })
  await writeFile(stamp, print)
  return true
}

import { lstat, mkdir, realpath, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes a file below a folder, with the folders between them; never outside the folder, also not
 * through a link in it.
 *
 * @param folder an existing folder
 * @param name path below the folder, parts separated by `/`
 * @returns why it was not written; null when it was
 */
export async function writeBelow(
  folder: string,
  name: string,
  text: string,
): Promise<string | null> {
  const file = path.resolve(folder, name)
  if (!isBelow(path.resolve(folder), file)) return 'its name leads out of the folder'
  try {
    if (await leadsOut(folder, file)) return 'a link leads out of the folder'
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Whether a part of the way to the file is a link to a place outside the folder, or to nothing. */
async function leadsOut(folder: string, file: string): Promise<boolean> {
  const base = await realpath(folder)
  let place = path.resolve(folder)
  for (const part of path.relative(place, file).split(path.sep)) {
    place = path.join(place, part)
    const info = await lstat(place).catch(() => null)
    if (!info) return false
    if (!info.isSymbolicLink()) continue
    const target = await realpath(place).catch(() => '')
    if (!isBelow(base, target)) return true
  }
  return false
}

function isBelow(folder: string, file: string): boolean {
  return file.startsWith(path.join(folder, path.sep))
}

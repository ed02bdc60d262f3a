import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { notAFile } from './directory-entry'
import type { FoundDocuments } from './document-file'
import { byKey, FolderSearch } from './folder-search'

/** A path that was named is not there. */
export class PathNotFoundError extends Error {
  override readonly name = 'PathNotFoundError'
}

/**
 * Finds documents, `*.md`, in the named files and, at any depth, folders. Links
 * are followed; a file that can be reached in several ways is found once.
 * Entries that begin with a dot are ignored.
 *
 * @throws PathNotFoundError
 */
export async function findDocuments(paths: string[]): Promise<FoundDocuments> {
  const search = new FolderSearch()
  const named = await Promise.all(paths.map(lookUp))
  // Outer folders come before those inside them, and folders before files, so that names are long.
  const folders = named.filter(({ info }) => info.isDirectory())
  for (const folder of folders.sort(byKey(({ real }) => real))) {
    const { file, real } = folder
    await search.folder({ path: file, real, spelled: '', root: path.resolve(file), above: NONE })
  }
  await search.followLinks()
  for (const { file, real, info } of named) {
    if (info.isDirectory()) continue
    const folder = path.dirname(path.resolve(file))
    const entry = { path: file, spelled: path.basename(file), root: folder, real }
    if (info.isFile()) search.add(entry)
    else search.refuse(entry, notAFile(info))
  }
  return search.found()
}

const NONE: ReadonlySet<string> = new Set()

async function lookUp(file: string) {
  try {
    return { file, info: await stat(file), real: await realpath(file) }
  } catch {
    throw new PathNotFoundError(`There is no file or folder "${file}".`)
  }
}

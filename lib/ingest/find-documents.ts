import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Problem } from './problem'

/** A file to import. */
export interface DocumentFile {
  /** Its name without folders: what identifies it in the store. */
  name: string
  path: string
}

/** A path that was named is not there. */
export class PathNotFoundError extends Error {
  override readonly name = 'PathNotFoundError'
}

/**
 * Finds documents, `*.md`, in the named files and, at any depth, folders;
 * what begins with a dot is left alone.
 *
 * @returns files sorted by name, and those refused because another has their name
 * @throws PathNotFoundError
 */
export async function findDocuments(
  paths: string[],
): Promise<{ files: DocumentFile[]; refused: Problem[] }> {
  const byName = new Map<string, DocumentFile>()
  const refused: Problem[] = []
  for (const file of (await Promise.all(paths.map(listFiles))).flat()) {
    const name = path.basename(file)
    const other = byName.get(name)
    if (!other) byName.set(name, { name, path: file })
    else if (!(await isSameFile(file, other.path))) refused.push(sameName(file, other.path))
  }
  return { files: [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), refused }
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  return (await realpath(one)) === (await realpath(other))
}

function sameName(file: string, other: string): Problem {
  return {
    file,
    line: 0,
    field: '',
    found: `the same file name as ${other}`,
    expected: 'a name of its own',
    advice: 'Documents are known by their name without folders: rename one of the two.',
  }
}

async function listFiles(named: string): Promise<string[]> {
  const info = await stat(named).catch(() => null)
  if (!info) throw new PathNotFoundError(`There is no file or folder "${named}".`)
  if (!info.isDirectory()) return [named]
  const entries = await readdir(named, { withFileTypes: true })
  const visible = entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const found = await Promise.all(
    visible.map(async (entry) => {
      const file = path.join(named, entry.name)
      if (entry.isDirectory()) return listFiles(file)
      return entry.name.endsWith('.md') ? [file] : []
    }),
  )
  return found.flat()
}

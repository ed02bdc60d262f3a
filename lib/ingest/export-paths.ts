import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * Chooses where an export writes each document: a file name that no other document has goes straight
 * into the folder, unless the document's own path exists there already; other documents go to their paths.
 *
 * @param names names of all documents
 * @returns path below the folder of each document, by name
 */
export function chooseExportPaths(folder: string, names: string[]): Map<string, string> {
  const counts = new Map<string, number>()
  const count = (name: string) => counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1)
  for (const name of names) {
    count(path.posix.basename(name))
    const [first = ''] = name.split('/')
    if (first !== name) count(first)
  }
  return new Map(
    names.map((name) => {
      const file = path.posix.basename(name)
      if (file === name || counts.get(keyOf(file)) !== 1) return [name, name]
      return [name, existsSync(path.join(folder, name)) ? name : file]
    }),
  )
}

/** Some file systems do not tell capitals from small letters. */
function keyOf(name: string): string {
  return name.toLowerCase()
}

import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { explainRefusal, leadsBack, notAFile, notUtf8, type Refusal } from './directory-entry'
import type { DocumentFile, FoundDocuments, UnreadEntry } from './document-file'
import type { Problem } from './problem'

/** A folder on the way to documents. */
interface Folder {
  path: string
  real: string
  /** Path below `root`, as the file system spells it. */
  spelled: string
  root: string
  /** Real paths of the folders through which it was reached. */
  above: ReadonlySet<string>
}

/** Compares by code units of a key. */
export function byKey<Item>(keyOf: (item: Item) => string) {
  return (a: Item, b: Item) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0)
}

/** An entry of a folder. */
type Entry = Omit<Folder, 'above'>

/** A search for documents below folders. */
export class FolderSearch {
  private readonly files = new Map<string, DocumentFile>()
  private readonly refused: Problem[] = []
  private readonly unread: UnreadEntry[] = []
  private readonly visited = new Set<string>()
  /** Links wait until all that needs no link is found: a document is named by its real path if possible. */
  private readonly links: { link: Entry; above: ReadonlySet<string> }[] = []

  found(): FoundDocuments {
    const files = [...this.files.values()].sort(byKey(({ name, origin }) => `${name}\0${origin}`))
    return { files, refused: this.refused, unread: this.unread }
  }

  add({ path: file, real, spelled, root }: Entry): void {
    if (this.files.has(real)) return
    const name = nameOf(spelled)
    this.files.set(real, { name, spelled, path: file, folder: root, origin: real })
  }

  refuse(entry: Entry, refusal: Refusal): void {
    this.refused.push({ file: entry.path, line: 0, field: '', ...refusal })
    this.unread.push({ name: nameOf(entry.spelled), folder: entry.root, origin: entry.real })
  }

  async folder(folder: Folder): Promise<void> {
    if (folder.above.has(folder.real)) return this.refuse(folder, leadsBack(folder.real))
    if (this.visited.has(folder.real)) return
    this.visited.add(folder.real)
    const entries = await readdir(folder.path, { withFileTypes: true }).catch((error: unknown) =>
      this.refuse(folder, explainRefusal(error, 'folder')),
    )
    const visible = (entries ?? []).filter(({ name }) => !name.startsWith('.'))
    for (const entry of visible.sort(byKey(({ name }) => name))) await this.entry(folder, entry)
  }

  async followLinks(): Promise<void> {
    for (let next = this.links.shift(); next; next = this.links.shift()) {
      const { link, above } = next
      try {
        const [info, real] = [await stat(link.path), await realpath(link.path)]
        const target = { ...link, real }
        if (info.isDirectory()) {
          const back = above.has(real) || link.real.startsWith(path.join(real, path.sep))
          if (back) this.refuse(link, leadsBack(real))
          else await this.folder({ ...target, above })
        } else if (link.path.endsWith('.md')) {
          if (info.isFile()) this.add(target)
          else this.refuse(link, notAFile(info))
        }
      } catch (error) {
        this.refuse(link, explainRefusal(error, 'link'))
      }
    }
  }

  private async entry(folder: Folder, dirent: Dirent): Promise<void> {
    const { name } = dirent
    const spelled = path.join(folder.spelled, name)
    const entry = {
      ...{ path: path.join(folder.path, name), real: path.join(folder.real, name) },
      ...{ spelled, root: folder.root },
    }
    const above = new Set([...folder.above, folder.real])
    if (dirent.isSymbolicLink()) this.links.push({ link: entry, above })
    else if (dirent.isDirectory()) await this.folder({ ...entry, above })
    else if (!name.endsWith('.md')) return
    else if (name.includes('\uFFFD')) await this.checkSpelling(entry)
    else if (dirent.isFile()) this.add(entry)
    else this.refuse(entry, notAFile(dirent))
  }

  /** Bytes of a name that are not UTF-8 are read as U+FFFD, under which the file cannot be opened. */
  private async checkSpelling(entry: Entry): Promise<void> {
    const exists = await stat(entry.path).catch(() => null)
    if (exists?.isFile()) this.add(entry)
    else this.refuse(entry, notUtf8())
  }
}

function nameOf(spelled: string): string {
  return spelled.split(path.sep).join('/').normalize('NFC')
}

import path from 'node:path'
import type { Database } from '@/lib/db/client'
import type { DocumentContent } from '@/lib/document'
import {
  findStory,
  listStoredByName,
  listStoredByOrigin,
  type StoredDocument,
} from '@/lib/store/write/documents'
import type { DocumentFile } from './document-file'
import { isSameStory } from './same-story'

/** A file with the hash of its bytes. */
interface HashedFile extends DocumentFile {
  hash: string
}

/** Which document a file is. */
export type Identified =
  | {
      kind: 'document'
      name: string
      /** The document as it is stored; null for a new one. */
      stored: StoredDocument | null
      /** The same document under the name that an older version gave it: it goes. */
      replaces: StoredDocument | null
    }
  /** It holds the same bytes as another file of the same name. */
  | { kind: 'copy' }
  /** Another file of the same folder has this name. */
  | { kind: 'taken'; by: string }
  /** Its content would decide and cannot be read. */
  | { kind: 'unreadable' }

/**
 * Decides which stored document each file of one import is
 * (docs/decisions/identity-of-documents.md): the one that came from the same file, else the one of the
 * same path below the imported folder, unless that came from another folder and describes another article.
 */
export class Identities {
  private readonly origins: Map<string, DocumentFile>
  private readonly names: Set<string>
  private readonly claimed = new Map<string, HashedFile>()
  private byName = new Map<string, StoredDocument | null>()
  private byOrigin = new Map<string, StoredDocument>()

  /** @param files all files of the import */
  constructor(
    private readonly database: Database,
    files: DocumentFile[],
  ) {
    this.origins = new Map(files.map((file) => [file.origin, file]))
    this.names = new Set(files.map(({ name }) => name))
  }

  /** Reads what is stored of these files; before any of them is identified. */
  async load(files: DocumentFile[]): Promise<void> {
    const names = files.flatMap((file) => [file.name, ...olderNames(file)])
    const named = await listStoredByName(this.database, names)
    this.byName = new Map(names.map((name) => [name, null]))
    for (const document of named) this.byName.set(document.name, document)
    const moved = files.filter(({ name, origin }) => this.byName.get(name)?.origin !== origin)
    const origins = moved.map(({ origin }) => origin)
    const others = await listStoredByOrigin(this.database, origins)
    this.byOrigin = new Map([...others, ...named].map((each) => [each.origin ?? '', each]))
    this.byOrigin.delete('')
  }

  /** @param read the file's content, null when it is refused; called only where the content decides */
  async identify(file: HashedFile, read: () => DocumentContent | null): Promise<Identified> {
    const own = this.byOrigin.get(file.origin)
    if (own && !this.claimed.has(own.name)) return found(own.name, own)
    for (const name of [file.name, ...namesWithFolder(file)]) {
      const claim = this.claimed.get(name)
      if (claim?.hash === file.hash) return { kind: 'copy' }
      if (claim && isSamePlace(file, claim)) return { kind: 'taken', by: claim.path }
      if (claim || (name !== file.name && this.names.has(name))) continue
      const stored = await this.find(name)
      if (!stored) return found(name, null, await this.findOlder(file, read))
      const other = this.origins.get(stored.origin ?? '')
      if (other) {
        if (stored.hash === file.hash) return { kind: 'copy' }
        if (isSamePlace(file, other)) return { kind: 'taken', by: other.path }
        continue
      }
      if (stored.hash === file.hash || stored.origin === null) {
        return found(name, stored, await this.findOlder(file, read))
      }
      const content = read()
      if (!content) return { kind: 'unreadable' }
      if (await this.isSame(stored, content)) return found(name, stored)
    }
    return { kind: 'taken', by: file.name }
  }

  /** Reserves a name for the file that is stored under it. */
  claim(name: string, file: HashedFile): void {
    this.claimed.set(name, file)
  }

  /** Every name under which the file may be stored already. */
  possibleNames(file: DocumentFile): string[] {
    const own = this.byOrigin.get(file.origin)
    const names = [file.name, ...namesWithFolder(file), ...olderNames(file)]
    return own ? [own.name, ...names] : names
  }

  private async find(name: string): Promise<StoredDocument | null> {
    const known = this.byName.get(name)
    if (known !== undefined) return known
    const [stored = null] = await listStoredByName(this.database, [name])
    this.byName.set(name, stored)
    return stored
  }

  private async isSame({ name }: StoredDocument, content: DocumentContent): Promise<boolean> {
    const story = await findStory(this.database, name)
    return story !== null && isSameStory(story, content)
  }

  private async findOlder(
    file: HashedFile,
    read: () => DocumentContent | null,
  ): Promise<StoredDocument | null> {
    for (const name of olderNames(file)) {
      const stored = this.byName.get(name)
      if (!stored || stored.origin !== null) continue
      if (this.names.has(name) || this.claimed.has(name)) continue
      if (stored.hash === file.hash) return stored
      const content = read()
      if (content && (await this.isSame(stored, content))) return stored
    }
    return null
  }
}

function isSamePlace(a: DocumentFile, b: DocumentFile): boolean {
  return a.folder === b.folder && a.name === b.name
}

function found(
  name: string,
  stored: StoredDocument | null,
  replaces: StoredDocument | null = null,
): Identified {
  return { kind: 'document', name, stored, replaces }
}

/** Names that versions up to 0.1 gave the file: they left out folders and did not normalise. */
function olderNames({ name, spelled }: DocumentFile): string[] {
  const names = [path.posix.basename(name), path.basename(spelled)]
  return names.filter((each) => each !== name)
}

/** The name below the imported folder's own name, then below the name of the folder around it, and on. */
export function namesWithFolder({ name, folder }: Pick<DocumentFile, 'name' | 'folder'>): string[] {
  const parts = folder.split(path.sep).filter((part) => part && !part.includes(':'))
  return parts
    .map((_, start) => `${parts.slice(start).join('/').normalize('NFC')}/${name}`)
    .reverse()
}

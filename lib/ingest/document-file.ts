import type { Problem } from './problem'

/** A file to import. */
export interface DocumentFile {
  /** Path below `folder`, parts separated by `/`, in NFC: identifies the document within the folder. */
  name: string
  /** The same path as the file system spells it. */
  spelled: string
  /** The file as it was named to the import. */
  path: string
  /** Absolute path of the imported folder; of a file named by itself, the folder that holds it. */
  folder: string
  /** Absolute real path: the same file has the same one, through whatever links it was found. */
  origin: string
}

/** An entry that could not be looked at; there may be documents in it or below it. */
export interface UnreadEntry {
  /** Path below `folder`, as {@link DocumentFile.name}; empty for the folder itself. */
  name: string
  folder: string
  /** Absolute path, real except perhaps for its last part. */
  origin: string
}

export interface FoundDocuments {
  /** In order of their names. */
  files: DocumentFile[]
  /** Entries that were refused, each with a problem of its own. */
  refused: Problem[]
  unread: UnreadEntry[]
}

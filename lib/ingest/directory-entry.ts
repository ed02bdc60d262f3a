import type { Problem } from './problem'

/** Why an entry of a folder was refused. */
export type Refusal = Pick<Problem, 'found' | 'expected' | 'advice'>

/** File types as `Stats` and `Dirent` report them. */
interface FileType {
  isDirectory(): boolean
  isFIFO(): boolean
  isSocket(): boolean
  isBlockDevice(): boolean
  isCharacterDevice(): boolean
}

/** Describes an entry that is named like a document and is no regular file; it is never opened. */
export function notAFile(type: FileType): Refusal {
  return {
    found: kindOf(type),
    expected: 'a regular file',
    advice: 'Remove it, rename it or replace it by a file.',
  }
}

function kindOf(type: FileType): string {
  if (type.isDirectory()) return 'a folder'
  if (type.isFIFO()) return 'a named pipe'
  if (type.isSocket()) return 'a socket'
  if (type.isBlockDevice() || type.isCharacterDevice()) return 'a device'
  return 'neither a file nor a folder'
}

/** @param real real path of the folder to which the link leads */
export function leadsBack(real: string): Refusal {
  return {
    found: `a way back to ${real}, in which it lies`,
    expected: 'a folder that does not contain itself',
    advice: 'Remove the link: the documents of that folder are found without it.',
  }
}

export function notUtf8(): Refusal {
  return {
    found: 'a name that is not UTF-8',
    expected: 'a file name in UTF-8',
    advice: 'Rename the file.',
  }
}

const REASONS: Record<string, Pick<Refusal, 'found' | 'advice'>> = {
  EACCES: {
    found: 'no permission to read it',
    advice: 'Let the user who imports read it.',
  },
  EPERM: {
    found: 'no permission to read it',
    advice: 'Let the user who imports read it.',
  },
  ENOENT: {
    found: 'nothing: it was removed during the import',
    advice: 'Import again.',
  },
  EISDIR: { found: 'a folder', advice: 'Import again.' },
  ENOTDIR: { found: 'no folder', advice: 'Import again.' },
  ELOOP: {
    found: 'links that lead in a circle',
    advice: 'Make the link lead to a file or a folder, or remove it.',
  },
  ENAMETOOLONG: { found: 'a path that is too long', advice: 'Shorten its name.' },
  EMFILE: { found: 'too many open files', advice: 'Import again.' },
}

const DANGLING: Pick<Refusal, 'found' | 'advice'> = {
  found: 'a link to something that is not there',
  advice: 'Restore what it leads to, or remove the link.',
}

/**
 * Explains why an entry could not be looked at.
 *
 * @param error what Node threw
 * @param expected the kind of entry that was read
 */
export function explainRefusal(error: unknown, expected: 'file' | 'folder' | 'link'): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const missing = code === 'ENOENT' || code === 'ENOTDIR'
  const reason = (expected === 'link' && missing ? DANGLING : REASONS[code]) ?? {
    found: error instanceof Error ? error.message : String(error),
    advice: 'Check that it exists and can be read.',
  }
  return { ...reason, expected: EXPECTED[expected] }
}

const EXPECTED = {
  file: 'a readable file',
  folder: 'a readable folder',
  link: 'a file or a folder',
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { explainRefusal } from './directory-entry'
import type { DocumentFile } from './document-file'
import type { IncomingDocument } from './gather-subjects'
import { MAX_DOCUMENT_BYTES, parseDocument } from './parse-document'
import type { Problem } from './problem'

/** A file as it lies on disk. */
export interface RawFile extends DocumentFile {
  bytes: Buffer
  /** SHA-256 of its bytes, hexadecimal. */
  hash: string
}

/** A document as its file alone describes it. */
export type ReadDocument = Omit<IncomingDocument, 'origin' | 'importOrder'>

/** What came of one file. */
export type ReadResult =
  | { ok: true; document: ReadDocument; unknown: string[]; warnings: string[] }
  | { ok: false; problems: Problem[] }

/**
 * Reads a file and its hash, without looking into it; a problem when it cannot
 * be read. It waits for the disk: for thousands of small files, most of them
 * unchanged, that takes a third of the time that handing each to a thread does.
 */
export function readRaw(file: DocumentFile): RawFile | Problem {
  try {
    const bytes = readFileSync(file.path)
    return { ...file, bytes, hash: createHash('sha256').update(bytes).digest('hex') }
  } catch (error) {
    return { file: file.path, line: 0, field: '', ...explainRefusal(error, 'file') }
  }
}

/** Looks into a file that {@link readRaw} gave. @param now to warn about dates that are far from it */
export function readDocument({ name, path, bytes, hash }: RawFile, now: Date): ReadResult {
  if (bytes.length > MAX_DOCUMENT_BYTES) return refuse(path, tooLarge(bytes.length))
  const source = decode(bytes)
  if (source === null) return refuse(path, NOT_UTF8)
  const parsed = parseDocument(name, source, now)
  if (!parsed.ok) {
    return { ok: false, problems: parsed.problems.map((problem) => ({ ...problem, file: path })) }
  }
  const { content, unknown, warnings } = parsed
  return {
    ok: true,
    document: { name, hash, source, content },
    unknown,
    warnings: warnings.map((warning) => `${path}: ${warning}`),
  }
}

const NOT_UTF8 = {
  found: 'bytes that are not UTF-8',
  expected: 'text in UTF-8',
  advice: 'Save the file as UTF-8.',
}

function tooLarge(size: number) {
  const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`
  return {
    found: mebibytes(size),
    expected: `at most ${mebibytes(MAX_DOCUMENT_BYTES)}`,
    advice: 'Is this a document? Shorten it.',
  }
}

function refuse(file: string, problem: Pick<Problem, 'found' | 'expected' | 'advice'>): ReadResult {
  return { ok: false, problems: [{ file, line: 0, field: '', ...problem }] }
}

/** Keeps a byte-order mark, so that the text gives the same bytes again. */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

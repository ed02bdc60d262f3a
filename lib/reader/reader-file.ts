import { copySchema } from './copy-schema'
import { z } from './strict-zod'
import type { StoryCopy } from './story-copy'
import type { StoryState } from './story-state'

/** Version of the file; a file of a later one is refused, because it may mean something else. */
const VERSION = 1

/** A story in the file: the reader's marks on it, and the copy that is kept of a saved one. */
export interface StoryEntry extends StoryState {
  copy?: StoryCopy
}

/** What in a file could not be taken. Entries are counted from 1. */
export type FileProblem =
  | { kind: 'not-json' }
  | { kind: 'not-hotsheet' }
  | { kind: 'later-version'; found: number }
  | { kind: 'bad-entry'; entry: number; field: string; found: string }

/** What a file holds: every entry that could be read, and why the others could not. */
export interface ReaderFile {
  /** As it came: settings are checked where they are taken over. */
  settings: unknown
  stories: StoryEntry[]
  problems: FileProblem[]
}

const time = z.number().int().nonnegative()
const times = { read: time.optional(), saved: time.optional(), hidden: time.optional() }
const marksSchema = z.object({
  id: z.string().regex(/^[0-9a-z]{10}$/),
  ...times,
  undone: z.object(times).optional(),
})

/**
 * The text before, between and after the stories of an export, so that it can be
 * put together without having all of them at once.
 *
 * @param exportedAt in milliseconds since 1970
 */
export function fileFrame(exportedAt: number, settings: unknown) {
  const head = { hotsheet: VERSION, exportedAt: new Date(exportedAt).toISOString(), settings }
  return {
    start: `${JSON.stringify(head).slice(0, -1)},"stories":[\n`,
    between: ',\n',
    end: '\n]}\n',
  }
}

/** Reads an exported file. Whatever it is, nothing is thrown; good entries stay beside bad ones. */
export function parseReaderFile(text: string): ReaderFile {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return refuse({ kind: 'not-json' })
  }
  const head = z.object({ hotsheet: z.number(), stories: z.array(z.unknown()) }).safeParse(file)
  if (!head.success) return refuse({ kind: 'not-hotsheet' })
  const { hotsheet: version, stories } = head.data
  if (version > VERSION) return refuse({ kind: 'later-version', found: version })
  const entries = stories.map(parseEntry)
  return {
    settings: (file as { settings?: unknown }).settings,
    stories: entries.flatMap(({ story }) => story ?? []),
    problems: entries.flatMap(({ problem }, index) =>
      problem ? { kind: 'bad-entry' as const, entry: index + 1, ...problem } : [],
    ),
  }
}

function refuse(problem: FileProblem): ReaderFile {
  return { settings: undefined, stories: [], problems: [problem] }
}

interface Entry {
  story?: StoryEntry
  problem?: { field: string; found: string }
}

/** The marks of a story whose copy cannot be read are taken all the same. */
function parseEntry(value: unknown): Entry {
  const marks = marksSchema.safeParse(value)
  if (!marks.success) return { problem: firstProblem(marks.error, value) }
  const { copy: found } = value as { copy?: unknown }
  if (found === undefined) return { story: marks.data }
  const copy = copySchema.safeParse(found)
  if (copy.success && copy.data.id === marks.data.id) {
    return { story: { ...marks.data, copy: copy.data } }
  }
  const problem = copy.error
    ? firstProblem(copy.error, found, ['copy'])
    : { field: 'copy.id', found: short(copy.data.id) }
  return { story: marks.data, problem }
}

function firstProblem(error: z.ZodError, value: unknown, within: PropertyKey[] = []) {
  const path = error.issues[0]?.path ?? []
  const found = path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  )
  return { field: [...within, ...path].join('.'), found: short(found) }
}

/** Enough of a value to find it in the file. */
function short(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined
  return (text ?? '–').slice(0, 80)
}

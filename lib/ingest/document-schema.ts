import { z } from 'zod'
import { hasControls, parsePictureAddress, parseWebAddress } from '@/lib/web-address'
import { cleanLine } from './clean-text'
import { hasImpossibleYear, parseDate } from './parse-date'

/** What each kind of field expects, and what to do when something else is found. */
export const EXPECTATIONS = {
  text: { expected: 'text', advice: 'Put it in quotes on one line.' },
  title: { expected: 'a title', advice: 'Add the line `title: "…"`.' },
  date: {
    expected: 'a date such as 2021-02-14T15:21:00Z',
    advice: 'Write it as year-month-day, with the time and its offset where they are known.',
  },
  year: {
    expected: 'a year from 1000 to 9999',
    advice: 'Check the year, and write it with four digits, as in 2026-11-20.',
  },
  address: {
    expected: 'an http or https address',
    advice: 'Give the whole address, beginning with https://, or remove the line.',
  },
  addressLength: {
    expected: 'an address of at most 2000 characters',
    advice: 'Leave out what follows the question mark, or remove the line.',
  },
  addressText: {
    expected: 'an address without control characters or line breaks',
    advice: 'Write it on one line, as the address bar of a browser shows it.',
  },
  nameLength: {
    expected: 'a name of at most 500 characters',
    advice: 'Shorten it; longer text belongs into the excerpt or the body.',
  },
  titleLength: {
    expected: 'a title of at most 500 characters',
    advice: 'Shorten it; longer text belongs into the excerpt or the body.',
  },
  visible: {
    expected: 'a name that can be seen',
    advice: 'Write letters or numbers, or remove the line.',
  },
  picture: {
    expected: 'an http or https address, or a path that begins with /',
    advice: 'Give the address of the picture, or remove the picture.',
  },
  score: {
    expected: 'a whole number',
    advice: 'Write it without decimals or units, or remove the line.',
  },
  size: { expected: 'a number of pixels', advice: 'Write it without a unit.' },
  flag: { expected: 'true or false', advice: 'Write true or false.' },
  list: { expected: 'a list', advice: 'Write each item on a line of its own, after "- ".' },
  group: { expected: 'a group of fields', advice: 'Indent its fields, each on its own line.' },
} as const
export type Expectation = keyof typeof EXPECTATIONS

const error = (expectation: Expectation) => ({ error: expectation })

// Values that are no strings return the characters of the source, see resolveValues.
const words = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)], {
  error: ({ input }) => (input == null ? 'title' : 'text'),
})
const text = words.nullish()

// What is looked up by an index must fit into a row of that, on PostgreSQL 2,704 bytes.
const MAX_ADDRESS = 2_000
const MAX_NAME = 500
const MAX_TITLE = 500

function isAtMost(text: string, characters: number): boolean {
  return text.length <= characters || [...text].length <= characters
}

const name = words
  .refine((value) => isAtMost(value, MAX_NAME), error('nameLength'))
  .refine((value) => value.trim() === '' || cleanLine(value) !== null, error('visible'))
  .nullish()

const title = words.refine(
  (value) => isAtMost(cleanLine(value) ?? '', MAX_TITLE),
  error('titleLength'),
)

const date = z
  .string(error('date'))
  .superRefine((value, context) => {
    if (parseDate(value) !== null) return
    const message: Expectation = hasImpossibleYear(value) ? 'year' : 'date'
    context.addIssue({ code: 'custom', message })
  })
  .nullish()

/** An optional address, read by a parser that returns null for what is none. */
function addressOf(expectation: Expectation, parse: (text: string) => string | null) {
  return z
    .string(error(expectation))
    .superRefine((value, context) => {
      const text = value.trim()
      if (text === '') return
      const report = (message: Expectation) => context.addIssue({ code: 'custom', message })
      if (hasControls(text)) return report('addressText')
      const parsed = parse(text)
      if (parsed === null) report(expectation)
      // As it is stored, with letters of other scripts as percent signs and numbers.
      else if (expectation === 'address' && parsed.length > MAX_ADDRESS) report('addressLength')
    })
    .nullish()
}

const address = addressOf('address', parseWebAddress)
const pictureAddress = addressOf('picture', parsePictureAddress)

/** Numbers as the core schema of YAML 1.2 writes them. */
const NUMBER = /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\dA-Fa-f]+)$/
const NULL = /^(?:Null|NULL)$/

/** Reads numbers that resolveValues leaves as text; others are returned as they are. */
function readNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (NULL.test(value)) return null
  // The sum turns -0, which databases do not store, into 0.
  return NUMBER.test(value) ? Number(value) + 0 : value
}

function readFlag(value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (NULL.test(value)) return null
  if (/^(?:[Tt]rue|TRUE)$/.test(value)) return true
  return /^(?:[Ff]alse|FALSE)$/.test(value) ? false : value
}

// 32 bits, the least that every database stores as an integer.
const score = z.preprocess(readNumber, z.int32(error('score')).nullable()).nullish()
const size = z.preprocess(readNumber, z.number(error('size')).nullable()).nullish()
const flag = z.preprocess(readFlag, z.boolean(error('flag')).nullable()).nullish()

function group<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.looseObject(shape, error('group'))
}

function list<Item extends z.core.SomeType>(item: Item) {
  return z.array(item, error('list')).nullish()
}

const image = z.preprocess(
  (value) => (typeof value === 'string' ? { url: value } : value),
  group({ url: pictureAddress, width: size, height: size, isCached: flag }).nullable(),
)

const pieceShape = {
  category: name,
  title: title.nullish(),
  excerpt: text,
  publishedDateTime: date,
  originalUrl: address,
  webUrl: address,
  ampWebUrl: address,
  cdnAmpWebUrl: address,
  // Older documents have these names for originalUrl, ampWebUrl and cdnAmpWebUrl.
  sourceUrl: address,
  ampUrl: address,
  cdnAmpUrl: address,
  type: name,
  // Checked by itself: a wrong one is told, and costs no more than itself.
  lang: z.unknown().optional(),
  quality: score,
  heat: score,
  published: flag,
  secured: text,
  provider: group({ name, domain: name }).nullish(),
  topics: list(name),
  images: list(image),
}

const piece = group(pieceShape)

/** The front matter of a document, unknown fields kept; messages are names of {@link EXPECTATIONS}. */
export const documentSchema = group({
  ...pieceShape,
  title: title.refine((value) => cleanLine(value) !== null, error('title')),
  related: list(piece.nullable()),
})

export type RawPiece = z.output<typeof piece>
export type RawDocument = z.output<typeof documentSchema>
export type RawImage = NonNullable<z.output<typeof image>>

import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createRandom, pick } from './random'

const TOPICS = [
  'AI',
  'Robotics',
  'Space',
  'Energy',
  'Climate',
  'Health',
  'Cities',
  'Transport',
  'Oceans',
  'Food',
  'Security',
  'Open Source',
  'Chips',
  'Privacy',
  'Education',
  'Economy',
  'Culture',
  'Sport',
  'Law',
  'Travel',
]
const WORDS =
  'river signal harbour engine quiet ledger orbit copper market lantern valley protocol winter archive bridge'.split(
    ' ',
  )
const TYPES = ['article', 'article', 'article', 'article', 'video', 'podcast']
const HOUR = 3_600_000
const NEWEST = Date.UTC(2024, 5, 1, 12)

/**
 * Writes made-up documents that look like real ones: an article in four has
 * related pieces, up to 12, some of them shared with its neighbours or
 * documents of their own.
 *
 * @param folder where to; made if need be
 * @param count how many
 * @param seed the same seed gives the same documents
 */
export async function writeDocuments(folder: string, count: number, seed = 1): Promise<void> {
  await mkdir(folder, { recursive: true })
  const random = createRandom(seed)
  for (let i = 0; i < count; i++) {
    const date = new Date(NEWEST - i * 2 * HOUR - Math.floor(random() * HOUR))
    const name = `${date.toISOString().slice(0, 10)}-story-${i}.md`
    await writeFile(path.join(folder, name), documentOf(i, date, random))
  }
}

function documentOf(index: number, date: Date, random: () => number): string {
  const quality = Math.floor(random() * 110)
  const related = random() < 0.25 ? Math.floor(random() * 13) : 0
  const pieces = Array.from({ length: related }, (_, position) => {
    // One in ten tells of a story that has a document of its own, one in ten of its neighbour's piece.
    const kind = random()
    const piece =
      kind < 0.1
        ? `story-${index + position + 1}`
        : `piece-${index - (kind < 0.2 ? 1 : 0)}-${position}`
    return pieceLines(piece, date, random).map((line, i) => `${i === 0 ? '  - ' : '    '}${line}`)
  })
  const topics = TOPICS.filter(() => random() < 0.1).concat(pick(TOPICS, random))
  return [
    '---',
    'category: news',
    ...pieceLines(`story-${index}`, date, random),
    `quality: ${quality}`,
    `heat: ${related > 0 && random() < 0.2 ? -1 : quality + related * 10}`,
    `published: ${random() < 0.95}`,
    '',
    'topics:',
    ...[...new Set(topics)].map((topic) => `  - ${topic}`),
    ...(pieces.length > 0 ? ['', 'related:', ...pieces.flat()] : []),
    '',
    `secured: "${'Y2lwaGVydGV4dA'.repeat(40)};${'a'.repeat(22)}=="`,
    '---',
    '',
  ].join('\n')
}

function pieceLines(slug: string, date: Date, random: () => number): string[] {
  const provider = `publisher-${Math.floor(random() * 200)}.example`
  return [
    `title: "${sentence(8, random)}"`,
    `excerpt: "${sentence(35, random)}"`,
    `publishedDateTime: ${date.toISOString().slice(0, 19)}Z`,
    `webUrl: "https://stories.example/${slug}/?utm_source=bench"`,
    `type: ${pick(TYPES, random)}`,
    'provider:',
    `  name: Publisher ${provider.slice(10, -8)}`,
    `  domain: ${provider}`,
    'images:',
    `  - url: "https://${provider}/${slug}.jpg"`,
    '    width: 1200',
    '    height: 800',
    '    isCached: true',
  ]
}

function sentence(words: number, random: () => number): string {
  const text = Array.from({ length: words }, () => pick(WORDS, random)).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

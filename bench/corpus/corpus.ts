import { createHash } from 'node:crypto'
import type { DocumentContent, PieceContent } from '@/lib/document'
import type { IncomingDocument } from '@/lib/ingest/gather-subjects'
import { writeSource } from './front-matter'
import { between, createRandom, pick, type Random } from '@/test/support/random'
import { makePiece, type Subject } from './piece'
import { pickTopicRanks } from './subjects'
import { makeName, rarePhraseOf, rareWordOf, toSentence } from './words'

// A generated archive, the same on every run. Each day follows from its own number, so that a small
// corpus is the newest days of a large one.

/** Sizes that are measured, in documents. */
export const SIZES = [10_000, 100_000, 1_000_000] as const

/** Documents of each day, whatever the size, so that every corpus is equally dense in time. */
const DOCUMENTS_PER_DAY = 1_000
/** So many articles of a corpus hold its rare word, and as many its rare phrase. */
export const RARE_MATCHES = 15
/** When the newest day ends. */
const NEWEST = Date.UTC(2026, 9, 31)
/** When the corpus is first seen: later than all of it. */
export const FIRST_SEEN = new Date(NEWEST)
const HOUR = 3_600_000
const DAY = 24 * HOUR

const EVENTS_PER_DAY = 8

/**
 * Generates a corpus day by day, the oldest first.
 *
 * @param size number of documents, a multiple of 1,000
 */
export function* corpusDays(size: number): Generator<IncomingDocument[]> {
  for (let day = size / DOCUMENTS_PER_DAY - 1; day >= 0; day -= 1) yield documentsOf(day)
}

/** Generates the documents of a day; 0 is the newest of every corpus, those below come after it. */
export function documentsOf(day: number): IncomingDocument[] {
  const random = createRandom(day + 1)
  const midnight = NEWEST - (day + 1) * DAY
  const events = Array.from({ length: EVENTS_PER_DAY }, () => makeEvent(midnight, random))
  const start = day * DOCUMENTS_PER_DAY
  const documents: IncomingDocument[] = []
  while (documents.length < DOCUMENTS_PER_DAY) {
    const subject = makeSubject(midnight, events, random)
    const left = DOCUMENTS_PER_DAY - documents.length
    documents.push(...makeStory(subject, start + documents.length, left, random))
  }
  return documents
}

/** Something that many report within hours, in the same words. */
function makeEvent(midnight: number, random: Random): Subject {
  return {
    time: midnight + random() * DAY * 0.8,
    names: Array.from({ length: 4 }, () => makeName(random)),
    topics: pickTopicRanks(random),
  }
}

function makeSubject(midnight: number, events: Subject[], random: Random): Subject {
  if (random() > 0.2) {
    return { time: midnight + random() * DAY, names: [], topics: pickTopicRanks(random) }
  }
  // The square makes the first events the big ones.
  const event = events[Math.floor(random() ** 2 * events.length)] ?? pick(events, random)
  return { ...event, time: event.time - Math.log(1 - random()) * HOUR }
}

/** A document, sometimes with pieces told under it, some of which are documents of their own. */
function makeStory(
  subject: Subject,
  index: number,
  room: number,
  random: Random,
): IncomingDocument[] {
  const pieces = random() < 0.15 ? between(1, 6, random) : 0
  const lead = makePiece(subject, `${index}`, random)
  markRare(lead, index)
  const others: PieceContent[] = []
  const own: DocumentContent[] = []
  for (let i = 0; i < pieces; i += 1) {
    const isDocument = random() < 0.3 && own.length + 1 < room
    const piece = makePiece(
      subject,
      isDocument ? `${index + own.length + 1}` : `${index}-${i}`,
      random,
    )
    if (isDocument) {
      const told = { ...piece, heat: -1 }
      markRare(told, index + own.length + 1)
      own.push({ ...told, related: [] })
      others.push(told)
    } else {
      others.push({ ...piece, topics: [], published: random() < 0.95 })
    }
  }
  const heat = (lead.quality ?? 60) + 10 * others.length
  return [{ ...lead, heat: random() < 0.02 ? null : heat, related: others }, ...own].map(toDocument)
}

function toDocument(content: DocumentContent): IncomingDocument {
  const slug = content.canonicalUrl.slice(content.canonicalUrl.lastIndexOf('/') + 1)
  const name = `${content.publishedAt.toISOString().slice(0, 10)}-${slug}.md`
  const source = writeSource(content)
  const hash = createHash('sha256').update(source).digest('hex')
  return { name, hash, source, content, origin: null, importOrder: 0 }
}

/** Spreads the rare word and the rare phrase of every size evenly over that size's documents. */
function markRare(piece: PieceContent, index: number): void {
  for (const size of SIZES) {
    const step = Math.floor(size / RARE_MATCHES)
    const isPlace = (offset: number) => index < step * RARE_MATCHES && index % step === offset
    if (isPlace(7)) piece.title += ` ${rareWordOf(size)}`
    if (isPlace(11)) piece.excerpt = `${toSentence([...rarePhraseOf(size)])}. ${piece.excerpt}`
    if (isPlace(7) || isPlace(11)) piece.published = true
  }
}

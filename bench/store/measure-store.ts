import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { Corpus } from '@/bench/open-corpus'
import { type Database, openDatabase } from '@/lib/db/client'
import { run, script } from '@/scripts/steps/command.mjs'
import { median, quantile } from '@/test/support/statistics.mjs'
import { type Case, type CaseName, labelOf, listCases } from './cases'
import { importItems } from './changes'

/** Calls of each case in a round, by kind; more for feeds, whose p99 counts. */
const CALLS = { feed: 400, search: 200, other: 200 }
const ROUNDS = 5
/** Calls at the beginning of a turn that are not timed, since others had the processor's caches before. */
const WARM_UP_CALLS = 20
/** Documents imported one by one in a round, and rounds. */
const ITEMS = { times: 5, rounds: 6 }
/** Rows per second, and seconds, that are written while others read. */
const WRITES = { rows: 2_000, seconds: 15 }

/** Latencies of one case, in ms. */
export interface Latency extends CaseName {
  /** Stories on the page of a feed; 0 for other cases. */
  stories: number
  p50: number
  p95: number
  p99: number
}

/** Everything measured with one corpus. */
export interface StoreFigures {
  corpus: Corpus
  latencies: Latency[]
  /** Median time of importing one document. */
  importMs: number
  /** Latencies of a feed, in ms, while rows are written at a rate per second. */
  writes: { rate: number; p99: number; worst: number }
}

interface Subject {
  corpus: Corpus
  database: Database
  cases: Case[]
}

/**
 * Measures the functions of lib/store that pages call. Corpora take turns, so that whatever else
 * the machine does affects all of them.
 */
export async function measureStore(
  corpora: Corpus[],
  onLine: (line: string) => void,
): Promise<StoreFigures[]> {
  const subjects: Subject[] = []
  for (const corpus of corpora) {
    const database = openDatabase(corpus.url)
    subjects.push({ corpus, database, cases: await listCases(database, corpus.size) })
  }
  const latencies = await measureCases(subjects, onLine)
  const imports = await measureImports(subjects, onLine)
  const figures: StoreFigures[] = []
  for (const [index, subject] of subjects.entries()) {
    const { corpus, database } = subject
    onLine(`reading ${corpus.provider}, ${corpus.size}, while ${WRITES.rows} rows/s are written`)
    const writes = await measureReadsDuringWrites(subject)
    await database.$close()
    figures.push({
      corpus,
      latencies: latencies[index] ?? [],
      importMs: imports[index] ?? NaN,
      writes,
    })
  }
  return figures
}

/** Calls a case a number of times and returns the time of each call, in ms. */
async function time({ ask }: Case, turn: number, calls: number): Promise<number[]> {
  for (let call = 0; call < WARM_UP_CALLS; call += 1) await ask(turn + call)
  const samples: number[] = []
  for (let call = 0; call < calls; call += 1) {
    // Each call has a turn of the event loop of its own, as requests have.
    await setImmediate()
    const started = performance.now()
    await ask(turn + call)
    samples.push(performance.now() - started)
  }
  return samples
}

async function measureCases(
  subjects: Subject[],
  onLine: (line: string) => void,
): Promise<Latency[][]> {
  const samples = new Map<Case, number[]>()
  // Large archives have deep pages that small ones lack.
  const labels = new Set(subjects.flatMap(({ cases }) => cases.map(labelOf)))
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const label of labels) {
      onLine(`round ${round} of ${ROUNDS}, ${label}`)
      for (const { cases } of subjects) {
        const found = cases.find((each) => labelOf(each) === label)
        if (!found) continue
        const calls = CALLS[found.kind]
        const times = await time(found, round * calls, calls)
        // The first round fills the caches of the databases and the compiler.
        if (round > 0) samples.set(found, [...(samples.get(found) ?? []), ...times])
      }
    }
  }
  return Promise.all(
    subjects.map(({ cases }) =>
      Promise.all(cases.map((each) => summarise(each, samples.get(each) ?? []))),
    ),
  )
}

async function summarise(each: Case, samples: number[]): Promise<Latency> {
  const { kind, name, page, countStories } = each
  const stories = (await countStories?.()) ?? 0
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(samples, share))
  return { kind, name, page, stories, p50: p50 ?? NaN, p95: p95 ?? NaN, p99: p99 ?? NaN }
}

/** Returns the median time of importing one document, in ms, by corpus. */
async function measureImports(
  subjects: Subject[],
  onLine: (line: string) => void,
): Promise<number[]> {
  const samples = subjects.map((): number[] => [])
  for (let round = 0; round <= ITEMS.rounds; round += 1) {
    onLine(`round ${round} of ${ITEMS.rounds}, importing one document`)
    for (const [index, { database }] of subjects.entries()) {
      const times = await importItems(database, ITEMS.times)
      if (round > 0) samples[index]?.push(...times)
    }
  }
  return samples.map(median)
}

/** Reads page 50 of the front page's feed while another process writes. */
async function measureReadsDuringWrites({
  corpus,
  cases,
}: Subject): Promise<StoreFigures['writes']> {
  const read = cases.find(({ name, page }) => name === 'top' && page === 50)
  if (!read) throw new Error('The corpus has no page 50.')
  const { rows, seconds } = WRITES
  const options = ['--url', corpus.url, '--rows', `${rows}`, '--seconds', `${seconds}`]
  const writer = { writing: false, ended: false }
  const ended = run(script('bench/store/write.ts', ...options), {
    onLine: (line) => (writer.writing = line === 'writing'),
  }).finally(() => (writer.ended = true))
  const samples: number[] = []
  while (!writer.ended) {
    if (writer.writing) samples.push(...(await time(read, samples.length, 20)))
    else await sleep(50)
  }
  const { lines } = await ended
  const rate = Number(lines.at(-1))
  return { rate, p99: quantile(samples, 0.99), worst: quantile(samples, 1) }
}

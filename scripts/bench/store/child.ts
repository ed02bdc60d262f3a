import { setImmediate } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { FeedPage } from '@/lib/article'
import { openDatabase } from '@/lib/db/client'
import { readContentVersion } from '@/lib/store/content-version'
import { type Case, listCases } from './cases'
import { importItems, write } from './changes'
import { compareWithDriver } from './overhead'

// One database in a process of its own, told by the parent what to do next.
// Between its turns it waits, so that sizes and databases can be measured in turn.

/** What the parent asks for. */
export type Task =
  | { do: 'list' }
  /** How many stories each case gives; 0 for what is no list of them. */
  | { do: 'count' }
  /** Asks a case several times; the answer holds milliseconds. */
  | { do: 'ask'; index: number; turn: number; times: number }
  /** Asks once for each case, in a process that has asked for nothing before. */
  | { do: 'first'; turn: number }
  | { do: 'overhead'; times: number }
  | { do: 'import'; times: number }
  | { do: 'write'; rows: number; seconds: number }
  | { do: 'memory' }

const { values } = parseArgs({ options: { url: { type: 'string' }, size: { type: 'string' } } })
const url = values.url ?? ''
const database = openDatabase(url)
let cases: Case[] = []

const now = () => performance.now()

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = now()
  await work()
  return now() - started
}

/** Others had the processor before, and its caches are theirs: the first calls of a turn are not timed. */
const WARM_UP = 20

async function ask(index: number, turn: number, times: number): Promise<number[]> {
  for (let i = 0; i < WARM_UP; i += 1) await cases[index]?.ask(turn + i)
  return time(index, turn, times)
}

async function time(index: number, turn: number, times: number): Promise<number[]> {
  const samples: number[] = []
  for (let i = 0; i < times; i += 1) {
    // Each in a turn of its own, as requests come to a server: what the last left is let go of.
    await setImmediate()
    samples.push(await timed(async () => cases[index]?.ask(turn + i)))
  }
  return samples
}

/** One after the other, each once. */
async function askEach(turn: number): Promise<number[]> {
  const samples: number[] = []
  for (const index of cases.keys()) samples.push(...(await time(index, turn, 1)))
  return samples
}

async function countStories(): Promise<number[]> {
  const counts: number[] = []
  for (const { kind, ask: askOnce } of cases) {
    const page = kind === 'feed' ? ((await askOnce(0)) as FeedPage) : null
    counts.push(page?.articles.length ?? 0)
  }
  return counts
}

async function answer(task: Task): Promise<unknown> {
  switch (task.do) {
    case 'list':
      cases = await listCases(database, Number(values.size))
      return cases.map(({ kind, name, page }) => ({ kind, name, page }))
    case 'count':
      return countStories()
    case 'ask':
      return ask(task.index, task.turn, task.times)
    case 'first':
      await readContentVersion(database)
      return askEach(task.turn)
    case 'overhead':
      return compareWithDriver(database, url, task.times)
    case 'import':
      return importItems(database, task.times)
    case 'write':
      return write(database, task.rows, task.seconds)
    case 'memory':
      return process.memoryUsage().rss / 2 ** 20
  }
}

process.on('message', (task: Task) => {
  answer(task).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : error }),
  )
})

import { parseArgs } from 'node:util'
import { openDatabase } from '@/lib/db/client'
import { explainError } from '@/lib/db/explain-error'
import { DEFAULT_WINDOW, SORTS, WINDOWS, hasWindow } from '@/lib/feed-filter'
import { RANK_PROFILE, type RankProfile } from '@/lib/rank-profile'
import { compareWeights, summariseSorts } from '@/lib/rank-report'
import { formatFeed, formatSummaries } from '@/lib/rank-table'
import { listRankInputs } from '@/lib/store/rank-inputs'

const { qualityHours, buzzHours } = RANK_PROFILE

const usage = `npm run rank -- [options]    the feed, each story's terms, and what other weights would do
  --top N              how many places to show (25)
  --sort SORT          ${SORTS.join(', ')} (top)
  --window WINDOW      ${WINDOWS.join(', ')} (${DEFAULT_WINDOW}), for heat and quality
  --quality-hours X    try X hours for a point of quality (now ${qualityHours})
  --buzz-hours Y       try Y hours for each doubling of coverage (now ${buzzHours})
  --json               everything as JSON`

/** A mistake on the command line. */
class UsageError extends Error {}

function readOptions(args: string[]) {
  const text = { type: 'string' } as const
  const options = {
    ...{ top: text, sort: text, window: text, 'quality-hours': text, 'buzz-hours': text },
    json: { type: 'boolean', default: false },
  } as const
  const { values } = parseArgs({ args, options })
  const sort = readChoice('sort', values.sort ?? 'top', SORTS)
  const window = readChoice('window', values.window ?? DEFAULT_WINDOW, WINDOWS)
  const profile: RankProfile = {
    ...RANK_PROFILE,
    qualityHours: readNumber('quality-hours', values['quality-hours'], qualityHours),
    buzzHours: readNumber('buzz-hours', values['buzz-hours'], buzzHours),
  }
  const top = readNumber('top', values.top, 25)
  return { sort, window: hasWindow(sort) ? window : null, profile, top, json: values.json }
}

function readNumber(name: string, text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text || NaN)
  if (Number.isFinite(number) && number >= 0) return number
  throw new UsageError(`--${name}: found "${text}", expected a number from 0.`)
}

function readChoice<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === text)
  if (choice !== undefined) return choice
  throw new UsageError(`--${name}: found "${text}", expected one of ${choices.join(', ')}.`)
}

async function main(args: string[]): Promise<void> {
  const { sort, window, profile, top, json } = readOptions(args)
  const database = openDatabase()
  const stories = await listRankInputs(database).finally(() => database.$close())
  const { feed, before } = compareWeights(stories, sort, window, profile)
  const summaries = summariseSorts(stories, profile)
  const shown = feed.slice(0, top)
  if (json) {
    const moves = shown.map((story) => ({ was: before.get(story.id) ?? null, ...story }))
    console.log(JSON.stringify({ sort, window, profile, feed: moves, summaries }, null, 2))
    return
  }
  const tried = profile.qualityHours !== qualityHours || profile.buzzHours !== buzzHours
  console.log(formatFeed(shown, tried ? before : undefined))
  console.log(`\nThe first 25 places of each order; ages are hours before the newest story.`)
  console.log(formatSummaries(summaries))
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  const misused = error instanceof UsageError || (error instanceof TypeError && 'code' in error)
  console.error(explainError(error))
  if (misused) console.error(`\n${usage}`)
  process.exitCode = misused ? 2 : 1
}

import type { Prisma } from '@/lib/db/generated/client'
import { type Database } from '@/lib/db/client'

interface Read {
  alias: string
  by: string
  /** Whether it begins at a position given as a key and an id, rather than passing over what is before. */
  seeks: boolean
}

/** What a plan does with the table of feed entries. */
export interface FeedPlan {
  /** How entries are reached, by the alias of the table: `whole table`, or the index's name. */
  reads: Read[]
  /** Whether entries are sorted that no LIMIT has bounded. */
  sortsEntries: boolean
}

/** How the database would answer a query for a page of a feed. */
export async function planOf(database: Database, query: Prisma.Sql): Promise<FeedPlan> {
  return database.$provider() === 'sqlite'
    ? planOnSqlite(database, query)
    : planOnPostgres(database, query)
}

interface SqliteStep {
  id: number | bigint
  parent: number | bigint
  detail: string
}

/** Each subquery's steps have one parent; what sorts stands beside what it sorts. */
async function planOnSqlite(database: Database, query: Prisma.Sql): Promise<FeedPlan> {
  const sql = `EXPLAIN QUERY PLAN ${query.sql}`
  const steps = await database.$queryRawUnsafe<SqliteStep[]>(sql, ...query.values)
  const reads = steps.flatMap(({ parent, detail }) => {
    const [, how, alias = '', index, key] =
      /^(SCAN|SEARCH) ([eo])\b(?:.* (?:INDEX (\w+)|USING (PRIMARY KEY)))?/.exec(detail) ?? []
    const by = (how === 'SEARCH' && (index ?? key)) || 'whole table'
    return how ? [{ parent, alias, by, seeks: detail.includes(',articleId)<(') }] : []
  })
  const sorting = steps.filter(({ detail }) => detail.includes('TEMP B-TREE FOR'))
  const merging = steps.filter(({ detail }) => detail.startsWith('MERGE'))
  const sortsEntries = sorting.some(
    ({ parent }) =>
      reads.some((read) => read.parent === parent) ||
      merging.some((merge) => merge.parent === parent),
  )
  return { reads: reads.map(({ alias, by, seeks }) => ({ alias, by, seeks })), sortsEntries }
}

interface PostgresStep {
  'Node Type': string
  Alias?: string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: PostgresStep[]
}

async function planOnPostgres(database: Database, query: Prisma.Sql): Promise<FeedPlan> {
  const [row] = await database.$queryRawUnsafe<{ 'QUERY PLAN': [{ Plan: PostgresStep }] }[]>(
    `EXPLAIN (FORMAT JSON) ${query.text}`,
    ...query.values,
  )
  if (!row) throw new Error('PostgreSQL gave no plan.')
  const plan: FeedPlan = { reads: [], sortsEntries: false }
  addStep(plan, row['QUERY PLAN'][0].Plan, false)
  return plan
}

function addStep(plan: FeedPlan, step: PostgresStep, isSorted: boolean): void {
  if (step['Relation Name'] === 'FeedEntry') {
    // Parts of a merged query are numbered: e, e_1, …
    const alias = step.Alias?.slice(0, 1) ?? ''
    const seeks = step['Index Cond']?.includes('ROW(') ?? false
    // Where a bitmap is made of an index first, that is told of the step below.
    const bitmap = step['Node Type'] === 'Bitmap Heap Scan' ? step.Plans?.[0] : undefined
    const by = step['Index Name'] ?? bitmap?.['Index Name'] ?? 'whole table'
    plan.reads.push({ alias, by, seeks })
    plan.sortsEntries ||= isSorted && alias !== 'o'
  }
  const type = step['Node Type']
  const sortedBelow = type === 'Limit' ? false : isSorted || type.includes('Sort')
  for (const below of step.Plans ?? []) addStep(plan, below, sortedBelow)
}

import { FEED_PAGE_SIZE, MAX_PAGE_SIZE, type FeedFilter } from '@/lib/feed-filter'
import { FEED_PARAMETERS, parseFeedQuery } from '@/lib/feed-url'

/** A parameter that cannot be understood. */
export interface QueryProblem {
  parameter: string
  found: string
  expected: string
}

type Query =
  | { ok: true; filter: FeedFilter; cursor: string | null; limit: number }
  | { ok: false; problem: QueryProblem }

const PARAMETERS: readonly string[] = [...FEED_PARAMETERS, 'limit']

/** Reads the query of the article list; a parameter it does not know is a problem. */
export function readQuery(params: URLSearchParams): Query {
  const unknown = [...params.keys()].find((name) => !PARAMETERS.includes(name))
  if (unknown !== undefined) {
    const problem = {
      parameter: unknown,
      found: unknown,
      expected: `only ${PARAMETERS.join(', ')}`,
    }
    return { ok: false, problem }
  }
  const limit = readLimit(params)
  if (limit === null) {
    const found = params.getAll('limit').join(', ')
    const expected = `a whole number from 1 to ${MAX_PAGE_SIZE}`
    return { ok: false, problem: { parameter: 'limit', found, expected } }
  }
  const parsed = parseFeedQuery(params)
  return parsed.ok ? { ...parsed, limit } : parsed
}

function readLimit(params: URLSearchParams): number | null {
  const values = params.getAll('limit')
  if (values.length === 0) return FEED_PAGE_SIZE
  const limit = values.length === 1 && /^\d{1,3}$/.test(values[0] ?? '') ? Number(values[0]) : 0
  return limit >= 1 && limit <= MAX_PAGE_SIZE ? limit : null
}

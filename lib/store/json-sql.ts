import { Prisma } from '@/lib/db/generated/client'
import type { Provider } from '@/lib/db/client'

/** Names of the functions that put rows into JSON, in each kind of database. */
const FUNCTIONS = {
  sqlite: { list: 'json_group_array', tuple: 'json_array' },
  postgresql: { list: 'json_agg', tuple: 'json_build_array' },
} as const

/**
 * Rows of a subquery as one JSON text of tuples, so that a list of articles and
 * what belongs to each come by one statement. Read it with {@link parseRows}.
 *
 * @param columns of the subquery, in the order of the tuples
 * @param order the column that the tuples are sorted by
 * @param from the subquery
 */
export function rowsAsJson(
  provider: Provider,
  columns: readonly string[],
  order: string,
  from: Prisma.Sql,
): Prisma.Sql {
  const { list, tuple } = FUNCTIONS[provider]
  const names = columns.map((name) => `o."${name}"`).join(', ')
  const rows = Prisma.raw(`${list}(${tuple}(${names}) ORDER BY o."${order}")`)
  return Prisma.sql`(SELECT CAST(${rows} AS TEXT) FROM (${from}) o)`
}

/** The tuples of {@link rowsAsJson}; PostgreSQL gives null where there are none. */
export function parseRows<Tuple extends unknown[]>(json: string | null): Tuple[] {
  return json === null ? [] : (JSON.parse(json) as Tuple[])
}

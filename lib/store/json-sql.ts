import type { Provider } from '@/lib/db/client'

/** SQL of values, by the names that they have in JSON. */
type Columns = Record<string, string>

/**
 * Returns a subquery that gives rows as one JSON list of objects, so that what belongs to an article comes
 * with it instead of by a statement of its own.
 *
 * @param from what follows the columns of the query: FROM and all behind it but ORDER BY
 * @param order SQL that the list is sorted by; left out, in no order
 */
export function listSql(
  provider: Provider,
  columns: Columns,
  from: string,
  order?: string,
): string {
  const sorted = order === undefined ? '' : `ORDER BY ${order}`
  return provider === 'sqlite'
    ? `(SELECT json_group_array(json_object(${pairs(columns)}) ${sorted}) ${from})`
    : // Quicker than a call for each object; and a list of nothing would be null.
      `(SELECT COALESCE(json_agg(o), '[]') FROM (SELECT ${named(columns)} ${from} ${sorted}) o)`
}

function pairs(columns: Columns): string {
  return Object.entries(columns)
    .map(([name, column]) => `'${name}', ${column}`)
    .join(', ')
}

function named(columns: Columns): string {
  return Object.entries(columns)
    .map(([name, column]) => `${column} AS "${name}"`)
    .join(', ')
}

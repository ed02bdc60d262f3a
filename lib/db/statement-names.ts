import { createHash } from 'node:crypto'

/**
 * Comment that begins a statement whose best plan is the same whatever its values are: a look-up by keys,
 * or a scan of one index. PostgreSQL then keeps the plan for as long as the connection lasts; planning takes
 * longer than reading a page. Not for searches, whose plan depends on how many rows match, nor for an
 * unbounded number of texts: each connection keeps all of them.
 */
export const ONE_PLAN = '/* one plan */'

/**
 * Returns a function that names the statements whose plan PostgreSQL keeps, and no others.
 *
 * @param url of the database; with `pgbouncer=true` nothing is named, for poolers that forget names
 */
export function statementNamer(url: string): (sql: string) => string | undefined {
  const isPooled = new URL(url).searchParams.get('pgbouncer') === 'true'
  return (sql) => (isPooled || !sql.startsWith(ONE_PLAN) ? undefined : nameOf(sql))
}

function nameOf(sql: string): string {
  return `hotsheet_${createHash('sha256').update(sql).digest('base64url').slice(0, 16)}`
}

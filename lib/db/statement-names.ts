import { createHash } from 'node:crypto'

/**
 * To be put first into a statement that has one best plan whatever its values are, as what is looked up by
 * keys has, and what one index is walked for. PostgreSQL then keeps the plan for as long as the connection
 * lasts; making it takes longer than reading a page. Not for what is searched, where the plan depends on how
 * many match, nor for statements without end: each connection keeps all of them.
 */
export const ONE_PLAN = '/* one plan */'

/**
 * Names for the statements that PostgreSQL keeps. Those without {@link ONE_PLAN} have none.
 *
 * @param url of the database; with `pgbouncer=true` nothing is named, for poolers that forget names
 */
export function statementNamer(url: string) {
  const isPooled = new URL(url).searchParams.get('pgbouncer') === 'true'
  return ({ sql }: { sql: string }): string =>
    // Prisma says that a name is a text; its driver takes none as "do not keep".
    isPooled || !sql.startsWith(ONE_PLAN) ? '' : nameOf(sql)
}

function nameOf(sql: string): string {
  return `hotsheet_${createHash('sha256').update(sql).digest('base64url').slice(0, 16)}`
}

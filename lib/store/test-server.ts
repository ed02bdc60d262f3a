import pg from 'pg'

/**
 * A PostgreSQL database whose user may create others. With it the tests of the
 * store run there, else on SQLite.
 */
export const testServer = process.env.TEST_DATABASE_URL

/** The address of another database on the same server. */
export function databaseOn(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Runs a statement on a connection of its own. */
export async function queryServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

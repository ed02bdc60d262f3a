import { Prisma } from './generated/client'

const ADVICE: [said: RegExp, advice: string][] = [
  [/can't reach|timeout|ECONNREFUSED/i, 'Is it running, and is DATABASE_URL its address?'],
  [
    /database .*does not exist/i,
    'Create it (createdb, or CREATE DATABASE), or correct DATABASE_URL.',
  ],
  [/denied|authentication|role/i, 'Check the user and the password in DATABASE_URL.'],
  [/too many (clients|connections)/i, 'Lower DATABASE_POOL_SIZE, or raise max_connections.'],
]

/**
 * What went wrong, for a person at the command line: of what Prisma says, the
 * database's own words, without the code around the call, and what to do.
 */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isPrismas =
    error instanceof Prisma.PrismaClientKnownRequestError ||
    error instanceof Prisma.PrismaClientInitializationError
  if (!isPrismas && !isDriverError(error)) return error.message
  const words =
    /Message: `([\s\S]+)`\s*$/.exec(error.message)?.[1] ??
    (error.message.trim().split('\n').at(-1) || (error as { code?: string }).code) ??
    error.message
  const advice = ADVICE.find(([said]) => said.test(words))?.[1]
  return `The database says: ${words.replace(/\.?$/, '.')}${advice ? ` ${advice}` : ''}`
}

/** Reports whether an error is a driver's own: SQLite's, PostgreSQL's (five characters), or the network's. */
function isDriverError(error: Error): boolean {
  return (
    'code' in error &&
    /^(SQLITE_\w+|[0-9A-Z]{5}|ECONN\w+|ENOTFOUND|ETIMEDOUT)$/.test(String(error.code))
  )
}

import { Prisma } from '@/lib/db/generated/client'

/** Codes of what is wrong with a row and not with the database: see Prisma's error reference, P2xxx. */
const ROW_ERRORS = new Set(['P2000', 'P2002', 'P2003', 'P2005', 'P2006', 'P2007', 'P2011', 'P2020'])

/** What Prisma has no code for: in a statement of our own, and in one that it has made. */
const OTHERS = new Set(['P2010', 'P2039'])

/**
 * What PostgreSQL says of a row: classes 22, data exception, 23, integrity constraint violation,
 * and 54, program limit exceeded, as by a value that is too long for its index.
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html)
 */
const SQLSTATE = /\bCode: `(?:2[23]|54)[0-9A-Z]{3}`/

/** Whether the database refused what it was given; else the database itself is in trouble. */
export function isOwnFault(error: unknown): error is Error {
  if (error instanceof Prisma.PrismaClientValidationError) return true
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return ROW_ERRORS.has(error.code) || (OTHERS.has(error.code) && SQLSTATE.test(error.message))
}

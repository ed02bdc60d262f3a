import { Prisma } from '@/lib/db/generated/client'

/** Codes of what is wrong with a row and not with the database: see Prisma's error reference, P2xxx. */
const ROW_ERRORS = new Set(['P2000', 'P2002', 'P2003', 'P2005', 'P2006', 'P2007', 'P2011', 'P2020'])

/** Whether the database refused what it was given; else the database itself is in trouble. */
export function isOwnFault(error: unknown): error is Error {
  if (error instanceof Prisma.PrismaClientValidationError) return true
  return error instanceof Prisma.PrismaClientKnownRequestError && ROW_ERRORS.has(error.code)
}

import type { Database, Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'

const CONTENT_VERSION = 'contentVersion'

/** The database has no schema yet, or an older one. */
export class NotMigratedError extends Error {
  override readonly name = 'NotMigratedError'

  constructor() {
    super('The database is not migrated. Run npm run migrate.')
  }
}

/** A table or a column that this version of the schema has is missing. */
function isMissingSchema(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === 'P2021' || error.code === 'P2022')
  )
}

/**
 * Makes sure that the database has this version's schema.
 *
 * @throws NotMigratedError
 */
export async function checkSchema(database: Database): Promise<void> {
  try {
    // Of every table that a version has changed, with all its columns.
    await database.meta.findFirst()
    await database.article.findFirst()
    await database.articleTopic.findFirst()
    await database.feedEntry.findFirst()
    await database.topicPair.findFirst()
    await database.document.findFirst({ select: { origin: true, importOrder: true } })
    await database.topicSpelling.findFirst()
  } catch (error) {
    throw isMissingSchema(error) ? new NotMigratedError() : error
  }
}

/**
 * Makes sure that the store can be written: it has its schema and its counter of versions.
 *
 * @throws NotMigratedError
 */
export async function prepareStore(database: Database): Promise<void> {
  await checkSchema(database)
  // One statement, so that two imports may begin at once.
  await database.$executeRaw`
    INSERT INTO "Meta" ("key", "value") VALUES (${CONTENT_VERSION}, '0')
    ON CONFLICT ("key") DO NOTHING`
}

/**
 * Waits until nobody else writes. The first statement of a transaction that
 * reads before it writes: SQLite otherwise refuses its first write when
 * another process has written since its first read.
 */
export async function lockStore(tx: Transaction): Promise<void> {
  await tx.$executeRaw`UPDATE "Meta" SET "value" = "value" WHERE "key" = ${CONTENT_VERSION}`
}

/** Tells whoever watches that readers see something else from this transaction on. */
export async function bumpContentVersion(tx: Transaction): Promise<void> {
  const row = await tx.meta.findUniqueOrThrow({ where: { key: CONTENT_VERSION } })
  const value = String(Number(row.value) + 1)
  await tx.meta.update({ where: { key: CONTENT_VERSION }, data: { value } })
}

/** A fact about the store; null if it was never written. */
export async function findMeta(
  database: Database | Transaction,
  key: string,
): Promise<string | null> {
  return (await database.meta.findUnique({ where: { key } }))?.value ?? null
}

/** Writes a fact about the store. */
export async function upsertMeta(tx: Transaction, key: string, value: string): Promise<void> {
  await tx.meta.upsert({ where: { key }, create: { key, value }, update: { value } })
}

import type { Database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'

const curated = {
  select: {
    ...{ name: true, source: true, importOrder: true },
    article: {
      // The one read of the store that asks for ciphertext: a curator's own file gets it back.
      omit: { secured: false },
      include: {
        provider: { omit: { id: true } },
        images: { orderBy: { position: 'asc' } },
        topics: { orderBy: { position: 'asc' }, include: { topic: true } },
        documents: { select: { name: true, source: true, importOrder: true } },
      },
    },
  },
} satisfies Prisma.DocumentDefaultArgs

/** A document as it was read, with its article as it is stored now and all documents of that article. */
export type CuratedDocument = Prisma.DocumentGetPayload<typeof curated>
export type CuratedArticle = CuratedDocument['article']

/** Documents in order of their names, at most `limit`, beginning after `after`. For export only. */
export async function listCuratedDocuments(
  database: Database,
  after: string,
  limit: number,
): Promise<CuratedDocument[]> {
  return database.document.findMany({
    where: { name: { gt: after } },
    orderBy: { name: 'asc' },
    take: limit,
    ...curated,
  })
}

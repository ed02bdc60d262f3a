import type { Transaction } from '@/lib/db/client'
import { compareDocuments, type DocumentContent, type PieceContent } from '@/lib/document'
import { listDocumentNamesOf } from '@/lib/store/write/documents'
import { compareLeads, type Lead, listDescribingLeads } from '@/lib/store/write/related'
import { readStored } from './gather-subjects'

/** Of all descriptions of each piece in these documents, the one that counts. */
export function newestDescriptions(leads: DocumentContent[]): Map<string, PieceContent> {
  const newestLast = leads.toSorted(compareLeads)
  return new Map(
    newestLast.flatMap(({ related }) => related.map((piece) => [piece.canonicalUrl, piece])),
  )
}

/**
 * How pieces without a document of their own are described by the newest
 * document that lists them.
 *
 * @param pieceIds pieces to describe
 * @param shown documents at hand, by canonical URL
 * @param uncertain those of the pieces whose description may be lost: for them other documents are
 *   read from the store; for the rest a newer document that is not at hand has described them before
 */
export async function describePieces(
  tx: Transaction,
  pieceIds: number[],
  shown: ReadonlyMap<string, DocumentContent>,
  uncertain: ReadonlySet<number>,
): Promise<PieceContent[]> {
  const described = await listDescribingLeads(tx, pieceIds)
  const unread = described.filter(
    ({ pieceId, lead }) => uncertain.has(pieceId) && !shown.has(lead.canonicalUrl),
  )
  const read = await readShown(
    tx,
    unread.map(({ lead }) => lead),
  )
  return described.flatMap(({ url, lead }) => {
    const content = shown.get(lead.canonicalUrl) ?? read.get(lead.canonicalUrl)
    return content?.related.find(({ canonicalUrl }) => canonicalUrl === url) ?? []
  })
}

/** The documents that are shown of these articles, by canonical URL. */
async function readShown(tx: Transaction, leads: Lead[]): Promise<Map<string, DocumentContent>> {
  const names = await listDocumentNamesOf(
    tx,
    leads.map(({ id }) => id),
  )
  const documents = (await readStored(tx, names)).sort(compareDocuments)
  // Of several documents of one article the last stays.
  return new Map(documents.map(({ content }) => [content.canonicalUrl, content]))
}

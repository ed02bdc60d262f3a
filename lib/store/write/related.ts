import type { Transaction } from '@/lib/db/client'
import { insertRows } from './insert-rows'

/** A document's article that lists a piece without a document of its own. */
export interface Lead {
  id: number
  canonicalUrl: string
  publishedAt: Date
}

/** Ids of the pieces under these leads, in order, by lead. */
export async function listPieces(
  tx: Transaction,
  leadIds: number[],
): Promise<Map<number, number[]>> {
  const pieces = new Map<number, number[]>()
  if (leadIds.length === 0) return pieces
  const rows = await tx.related.findMany({ where: { leadId: { in: leadIds } } })
  for (const { leadId, pieceId } of rows.sort((a, b) => a.position - b.position)) {
    const under = pieces.get(leadId)
    if (under) under.push(pieceId)
    else pieces.set(leadId, [pieceId])
  }
  return pieces
}

/** Ids of the articles under which any of these pieces is told. */
export async function listLeadIds(tx: Transaction, pieceIds: number[]): Promise<number[]> {
  if (pieceIds.length === 0) return []
  const rows = await tx.related.findMany({
    where: { pieceId: { in: pieceIds } },
    select: { leadId: true },
    distinct: ['leadId'],
  })
  return rows.map(({ leadId }) => leadId)
}

/**
 * Puts each lead's pieces in the given order.
 *
 * @param wanted ids of pieces, distinct, by lead; empty for none
 * @param stored what {@link listPieces} gave for these leads
 * @returns ids of the leads whose pieces are not what they were
 */
export async function saveRelated(
  tx: Transaction,
  wanted: Map<number, number[]>,
  stored: Map<number, number[]>,
): Promise<number[]> {
  const changed = [...wanted].filter(
    ([leadId, pieces]) => pieces.join() !== (stored.get(leadId) ?? []).join(),
  )
  const leadIds = changed.map(([leadId]) => leadId)
  if (leadIds.some((leadId) => stored.has(leadId))) {
    await tx.related.deleteMany({ where: { leadId: { in: leadIds } } })
  }
  const rows = changed.flatMap(([leadId, pieces]) =>
    pieces.map((pieceId, position) => ({ leadId, position, pieceId })),
  )
  await insertRows(tx, 'Related', rows)
  return leadIds
}

/**
 * For each of the pieces that has no document of its own, the lead whose
 * description of it counts: the newest, then the last by canonical URL.
 *
 * @returns pieces, by id and canonical URL, with their leads
 */
export async function listDescribingLeads(
  tx: Transaction,
  pieceIds: number[],
): Promise<{ pieceId: number; url: string; lead: Lead }[]> {
  if (pieceIds.length === 0) return []
  const lead = { select: { id: true, canonicalUrl: true, publishedAt: true } }
  const pieces = await tx.article.findMany({
    where: { id: { in: pieceIds }, documents: { none: {} } },
    select: { id: true, canonicalUrl: true, leads: { select: { lead } } },
  })
  return pieces.flatMap(({ id, canonicalUrl, leads }) => {
    const newest = leads
      .map((row) => row.lead)
      .sort(compareLeads)
      .at(-1)
    return newest ? [{ pieceId: id, url: canonicalUrl, lead: newest }] : []
  })
}

/** Of several descriptions of one piece the one in the newest lead counts. */
export function compareLeads(a: Omit<Lead, 'id'>, b: Omit<Lead, 'id'>): number {
  const age = a.publishedAt.getTime() - b.publishedAt.getTime()
  if (age !== 0) return age
  return a.canonicalUrl < b.canonicalUrl ? -1 : a.canonicalUrl > b.canonicalUrl ? 1 : 0
}

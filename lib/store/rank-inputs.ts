import type { Database } from '@/lib/db/client'
import type { RankInput } from '@/lib/rank'
import { VISIBLE } from './visible'

/** A listed story with what its rank is made of. */
export interface RankableStory {
  /** Row id, which decides among equal keys. */
  id: number
  title: string
  input: RankInput
}

/** What a query selects so that {@link rankInputOf} can tell what a rank is made of. */
export const rankedBy = {
  publishedAt: true,
  quality: true,
  heat: true,
  related: {
    where: { piece: VISIBLE },
    select: { piece: { select: { providerId: true } } },
  },
} as const

type RankedRow = Omit<RankInput, 'reportedBy'> & {
  related: { piece: { providerId: number | null } }[]
}

/** What the rank of a row is made of; sources that report the story are counted once each. */
export function rankInputOf(row: RankedRow): RankInput {
  const { publishedAt, quality, heat } = row
  const providers = new Set(row.related.flatMap(({ piece }) => piece.providerId ?? []))
  return { publishedAt, quality, heat, reportedBy: providers.size }
}

/** Every story that feeds list, in no order. Reads the whole store: for the command line. */
export async function listRankInputs(database: Database): Promise<RankableStory[]> {
  const rows = await database.article.findMany({
    where: { listed: true },
    select: { id: true, title: true, ...rankedBy },
  })
  return rows.map((row) => ({ id: row.id, title: row.title, input: rankInputOf(row) }))
}

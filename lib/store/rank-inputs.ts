import type { Database } from '@/lib/db/client'
import type { RankInput } from '@/lib/rank'

/** A listed story with what its rank is made of. */
export interface RankableStory {
  /** Row id, which decides among equal keys. */
  id: number
  title: string
  input: RankInput
}

/** Every story that feeds list, in no order. Reads the whole store: for the command line. */
export async function listRankInputs(database: Database): Promise<RankableStory[]> {
  const rows = await database.article.findMany({
    where: { listed: true },
    select: {
      id: true,
      title: true,
      publishedAt: true,
      firstSeenAt: true,
      quality: true,
      heat: true,
      related: {
        where: { piece: { published: true } },
        select: { piece: { select: { providerId: true } } },
      },
    },
  })
  return rows.map(({ id, title, related, ...scores }) => {
    const providers = new Set(related.flatMap(({ piece }) => piece.providerId ?? []))
    return { id, title, input: { ...scores, reportedBy: providers.size } }
  })
}

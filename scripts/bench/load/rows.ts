import type { PieceContent } from '@/lib/document'
import type { IncomingDocument } from '@/lib/ingest/gather-subjects'
import { publicIdOf } from '@/lib/public-id'
import { articleColumns, imageRows, topicRows } from '@/lib/store/write/article-columns'
import { derive, type Origin } from '@/lib/store/write/derive'
import { ALL_STORIES } from '@/lib/store/feed-set'
import type { Provider } from '@/lib/db/client'
import type { Row } from './bulk-writer'
import { SearchRows } from './search-rows'
import { Subjects } from './subjects'

/** Takes a row for a table. */
export type AddRow = (table: string, row: Row) => void

/** A piece on its way into the store. */
interface Piece {
  id: number
  providerId: number | null
  content: PieceContent
  document: IncomingDocument | null
  related: Piece[]
  leads: Piece[]
}

/** Makes the rows that an import of the same documents would have written, ids aside. */
export class RowMaker {
  readonly subjects = new Subjects()
  private readonly search: SearchRows
  private articles = 0
  private images = 0

  /**
   * @param add is given each row, in the order of its table's ids
   * @param now documents whose publication date lies after it are held until then
   * @param database the kind that the rows are for
   */
  constructor(
    private readonly add: AddRow,
    private readonly now: Date,
    database: Provider,
  ) {
    this.search = new SearchRows(database, add)
  }

  /** Rows of documents that tell one story: none outside it speaks of the same pieces. */
  addStory(documents: IncomingDocument[]): void {
    const pieces = new Map<string, Piece>()
    for (const document of documents) this.piece(pieces, document.content, document)
    for (const { content } of documents) {
      const lead = this.piece(pieces, content, null)
      for (const each of content.related) {
        const piece = this.piece(pieces, each, null)
        lead.related.push(piece)
        piece.leads.push(lead)
      }
    }
    for (const piece of pieces.values()) this.addPiece(piece)
  }

  private piece(
    pieces: Map<string, Piece>,
    content: PieceContent,
    document: IncomingDocument | null,
  ): Piece {
    const known = pieces.get(content.canonicalUrl)
    if (known) return known
    const providerId = this.subjects.providerOf(content)
    const piece = { id: ++this.articles, providerId, content, document, related: [], leads: [] }
    pieces.set(content.canonicalUrl, piece)
    return piece
  }

  private addPiece(piece: Piece): void {
    const { id, content, document, related, providerId } = piece
    const topicIds = this.subjects.topicIdsOf(content)
    const topics = topicRows(id, content, topicIds)
    const { hasDocument, heldUntil, listed, rank, relatedCount, entries } = this.derive(
      piece,
      topics,
    )
    this.add('Article', {
      id,
      ...withJsonText(articleColumns(content, providerId)),
      canonicalUrl: content.canonicalUrl,
      publicId: publicIdOf(content.canonicalUrl),
      ...{ hasDocument, heldUntil, listed, rank, relatedCount },
    })
    for (const image of imageRows(id, content)) {
      this.add('Image', { id: ++this.images, ...withJsonText(image) })
    }
    for (const row of topics) this.add('ArticleTopic', row)
    for (const [position, { id: pieceId }] of related.entries()) {
      this.add('Related', { leadId: id, position, pieceId })
    }
    for (const entry of entries) this.add('FeedEntry', { ...entry, articleId: id })
    this.subjects.count(entries.map(({ topicId }) => topicId))
    if (listed) this.subjects.countSpellings(topics)
    const entry = entries.find(({ topicId }) => topicId === ALL_STORIES)
    if (entry) {
      const titles = related.flatMap(({ content: c }) => (c.published ? [c.title] : []))
      this.search.addArticle({ id, content, providerId, topicIds, entry, related: titles })
    }
    if (!document) return
    const { name, hash, source } = document
    this.add('Document', { name, articleId: id, hash, source })
  }

  private derive(piece: Piece, topics: { topicId: number; name: string }[]) {
    const { id, content, document, related, leads } = piece
    const nothing = { heldUntil: null, listed: false, rank: 0n, relatedCount: 0, entries: [] }
    const origin = {
      ...{ id, topics, hasDocument: false, ...nothing },
      ...embargoOf(content, document),
      quality: content.quality,
      heat: content.heat,
      related: related.map(({ content: each, document: own, providerId }) => ({
        piece: { ...embargoOf(each, own), providerId },
      })),
      leads: leads.map(({ content: each, document: own }) => ({
        lead: { ...embargoOf(each, own), heat: each.heat },
      })),
    }
    return derive(origin, this.now)
  }
}

function embargoOf(
  { published, publishedAt }: PieceContent,
  document: Piece['document'],
): Pick<Origin, 'published' | 'publishedAt' | 'documents'> {
  return { published, publishedAt, documents: document ? [{ name: document.name }] : [] }
}

function withJsonText<Columns extends { extra: PieceContent['extra'] }>(columns: Columns) {
  return { ...columns, extra: columns.extra && JSON.stringify(columns.extra) }
}

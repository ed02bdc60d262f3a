import type { Provider } from '@/lib/db/client'
import type { PieceContent } from '@/lib/document'
import { SORTS } from '@/lib/feed-filter'
import { placeOf } from '@/lib/store/search/fts5'
import { searchRow, toVector } from '@/lib/store/search/search-row'
import { type Named, nameWords, spellingTerms } from '@/lib/store/search/vocabulary'
import type { Entry } from '@/lib/store/write/derive'
import type { AddRow } from './rows'

/** A listed article, with the ids that its content stands for. */
export interface Searched {
  id: number
  content: PieceContent
  providerId: number | null
  topicIds: ReadonlyMap<string, number>
  /** Its place in the feed of all stories. */
  entry: Entry
  /** Titles of the related pieces that readers see. */
  related: string[]
}

/** Makes the rows by which articles are found. */
export class SearchRows {
  /** Words that have their rows already. */
  private readonly terms = new Set<string>()
  /** Words of names that have theirs, and names that were looked at. */
  private readonly names = new Set<string>()

  constructor(
    private readonly database: Provider,
    private readonly add: AddRow,
  ) {}

  /** Rows of an article, and of those of its words that are new. */
  addArticle(article: Searched): void {
    const { id, content, related, entry } = article
    const row = searchRow({ ...content, related })
    if (this.database === 'sqlite') {
      const place = placeOf(entry.top, id)
      this.add('SearchPlace', { articleId: id, place })
      const [title, text] = [row.title.join(' '), row.text.join(' ')]
      this.add('ArticleSearch', { rowid: place, title, text })
    } else {
      this.add('ArticleSearch', {
        articleId: id,
        ...Object.fromEntries(SORTS.map((sort) => [sort, entry[sort]])),
        words: toVector(row),
      })
    }
    this.addWords(this.newNames(article))
  }

  private addWords(named: Named): void {
    for (const term of spellingTerms([named])) {
      if (isNew(this.terms, term)) this.add('SearchTerm', { term })
    }
    for (const { kind, word, id } of nameWords([named])) {
      if (isNew(this.names, `${kind} ${word} ${id}`)) this.add('SearchName', { kind, word, id })
    }
  }

  /** The article without names that an earlier one had too. */
  private newNames({ content, providerId, topicIds }: Searched): Named {
    const { title, provider, topics } = content
    const isNewProvider = providerId !== null && isNew(this.names, `provider ${providerId}`)
    return {
      title,
      provider: provider && isNewProvider ? { id: providerId, ...provider } : null,
      topics: topics
        .filter(({ slug, name }) => isNew(this.names, `spelling ${slug} ${name}`))
        .map(({ slug, name }) => ({ name, topic: { id: topicIds.get(slug) ?? 0 } })),
    }
  }
}

/** Whether a key was not in the set; it is from now on. */
function isNew(keys: Set<string>, key: string): boolean {
  if (keys.has(key)) return false
  keys.add(key)
  return true
}

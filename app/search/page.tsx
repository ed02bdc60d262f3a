import type { Metadata } from 'next'
import { SearchField } from '@/components/search-field'
import { SearchHelp } from '@/components/search-help'
import { getTopics } from '@/lib/queries/topics'

export const ensureStatic = 'navigation'

export const metadata: Metadata = { title: 'Search' }

/** So many topics are offered beside the search. */
const TOPICS = 20

export default async function SearchPage() {
  const topics = (await getTopics()).slice(0, TOPICS)
  return (
    <main id="content" className="search-page page pb-10">
      <h1 className="pt-3 text-3xl">Search</h1>
      <SearchField autoFocus />
      <SearchHelp />
      {topics.length > 0 && (
        <section aria-labelledby="search-topics">
          <h2 id="search-topics" className="mt-8 mb-2 text-xl">
            Or open a topic
          </h2>
          <ul className="all-topics">
            {topics.map(({ slug, name, count }) => (
              <li key={slug}>
                <a href={`/topics/${encodeURIComponent(slug)}`}>
                  {name} <span className="count">{count}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { LocalLink } from '@/components/local-link'
import { SearchField } from '@/components/search-field'
import { SearchHelp } from '@/components/search-help'
import { getTopics } from '@/lib/queries/topics'
import '@/components/search-page.css'
import '@/components/topic-picker.css'

export const ensureStatic = 'navigation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('search')
  return { title: t('title') }
}

/** So many topics are offered beside the search. */
const TOPICS = 20

export default async function SearchPage() {
  const t = await getTranslations('search')
  const format = await getFormatter()
  const topics = (await getTopics()).slice(0, TOPICS)
  return (
    <main id="content" className="search-page page pb-10">
      <h1 className="pt-3 text-3xl">{t('title')}</h1>
      <SearchField autoFocus />
      <SearchHelp />
      {topics.length > 0 && (
        <section aria-labelledby="search-topics">
          <h2 id="search-topics" className="mt-8 mb-2 text-xl">
            {t('openTopic')}
          </h2>
          <ul className="all-topics">
            {topics.map(({ slug, name, count }) => (
              <li key={slug}>
                <LocalLink href={`/topics/${encodeURIComponent(slug)}`}>
                  <bdi>{name}</bdi> <span className="count">{format.number(count)}</span>
                </LocalLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

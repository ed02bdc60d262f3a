import { getTranslations } from 'next-intl/server'
import { DEFAULT_FILTER } from '@/lib/feed-filter'
import { localePath, type Locale } from '@/lib/locale'
import { getFeed } from '@/lib/queries/feed'

/** So many stories are offered instead of the page that is not there. */
const OFFERED = 5

/** The first stories of the feed, for whoever came to an address without a page. */
export async function StoriesInstead({ locale }: { locale: Locale }) {
  const [t, result] = await Promise.all([
    getTranslations({ locale, namespace: 'notFound' }),
    getFeed(DEFAULT_FILTER, null, OFFERED),
  ])
  const stories = result.ok ? result.page.articles : []
  if (stories.length === 0) return null
  return (
    <section aria-label={t('moment')} className="mt-8 max-w-3xl">
      <h2 className="label">{t('moment')}</h2>
      <ul className="headlines mt-1 text-lg">
        {stories.map((story) => (
          <li key={story.id}>
            <a href={localePath(locale, story.href)} lang={story.lang ?? undefined} dir="auto">
              {story.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { Metadata } from 'next'
import { getFeed } from '@/lib/queries/feed'
import { DEFAULT_FILTER } from '@/lib/feed-filter'

export const metadata: Metadata = { title: 'Not found' }

/** So many stories are offered instead of the page that is not there. */
const OFFERED = 5

export default async function NotFoundPage() {
  const result = await getFeed(DEFAULT_FILTER, null, OFFERED)
  const stories = result.ok ? result.page.articles : []
  return (
    <main id="content" className="page py-8">
      <h1 className="text-3xl">There is nothing at this address</h1>
      <p className="mt-3 max-w-[60ch] text-muted">
        The story may have been withdrawn, the topic may go by another name, or a link to a later
        page of the feed may be too old. These are the stories of the moment.
      </p>
      <p className="mt-5 flex flex-wrap gap-3">
        <a className="button button-strong" href="/">
          All stories
        </a>
        <a className="button" href="/topics">
          All topics
        </a>
      </p>
      <ul className="mt-8 max-w-3xl">
        {stories.map((story) => (
          <li key={story.id} className="border-t border-rule">
            <a
              href={story.href}
              dir="auto"
              className="block py-3 font-serif text-lg leading-snug no-underline hover:underline"
            >
              {story.title}
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { TopicChoice, TopicCount } from '@/lib/article'
import { isUnfiltered, withTopic, type FeedFilter } from '@/lib/feed-filter'
import { feedHref, pickerHref } from '@/lib/feed-url'
import { getFeedCount } from '@/lib/queries/feed'
import { getTopicChoices, getTopics } from '@/lib/queries/topics'
import { ChosenTopics } from './chosen-topics'
import { describeFeed } from './feed-title'
import { LocalLink } from './local-link'
import './topic-picker.css'

/** Every topic; with some chosen, what each further one would give: as well, instead, or taken away. */
export async function TopicPicker({ filter }: { filter: FeedFilter }) {
  const [topics, count] = await Promise.all([getTopics(), getFeedCount(filter)])
  if (isUnfiltered(filter)) return <AllTopics topics={topics} />
  const t = await getTranslations('topics')
  const locale = await getLocale()
  const title = describeFeed(filter, topics, await getTranslations('title'), locale)
  const stories = count === null ? null : t('stories', { count })
  return (
    <main id="content" className="page pb-10">
      <h1 className="pt-3 text-3xl">{t('combine')}</h1>
      <p className="mt-2 text-muted">
        {stories === null ? title : t('counted', { title, stories })}
      </p>
      <ChosenTopics filter={filter} topics={topics} hrefOf={pickerHref} />
      <p className="show-chosen">
        <LocalLink className="button button-strong" href={feedHref(filter)}>
          {stories === null ? t('showAll') : t('show', { stories })}
        </LocalLink>
      </p>
      <Choices filter={filter} />
    </main>
  )
}

async function Choices({ filter }: { filter: FeedFilter }) {
  const choices = await getTopicChoices(filter)
  return (
    <ul className="choices">
      {choices.map((topic) => (
        <li key={topic.slug}>
          <b dir="auto">{topic.name}</b>
          {(['and', 'or', 'not'] as const).map((how) => (
            <Choice key={how} filter={filter} topic={topic} how={how} />
          ))}
        </li>
      ))}
    </ul>
  )
}

interface ChoiceProps {
  filter: FeedFilter
  topic: TopicChoice
  how: 'and' | 'or' | 'not'
}

function Choice({ filter, topic, how }: ChoiceProps) {
  const t = useTranslations('topics')
  const format = useFormatter()
  const label = (
    <>
      <span className="sr-only">
        <bdi>{topic.name}</bdi>:{' '}
      </span>
      {t(how)}
      {topic[how] !== null && <span className="count"> {format.number(topic[how])}</span>}
    </>
  )
  // What would leave nothing is told, and leads nowhere.
  if (topic[how] === 0) return <span className="choice-void">{label}</span>
  return <LocalLink href={pickerHref(withTopic(filter, topic.slug, how))}>{label}</LocalLink>
}

function AllTopics({ topics }: { topics: TopicCount[] }) {
  const t = useTranslations('topics')
  const format = useFormatter()
  const { compare } = new Intl.Collator(useLocale())
  const sorted = topics.toSorted((a, b) => compare(a.name, b.name))
  return (
    <main id="content" className="page pb-10">
      <h1 className="pt-3 text-3xl">{t('allTopics')}</h1>
      <p className="mt-2 text-muted">{t('open')}</p>
      <ul className="all-topics">
        {sorted.map((topic) => (
          <li key={topic.slug}>
            <LocalLink href={`/topics/${encodeURIComponent(topic.slug)}`}>
              <bdi>{topic.name}</bdi> <span className="count">{format.number(topic.count)}</span>
            </LocalLink>
          </li>
        ))}
      </ul>
    </main>
  )
}

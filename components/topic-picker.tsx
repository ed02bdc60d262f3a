import { notFound } from 'next/navigation'
import type { TopicChoice, TopicCount } from '@/lib/article'
import { isUnfiltered, withTopic, type FeedFilter } from '@/lib/feed-filter'
import { feedHref, pickerHref } from '@/lib/feed-url'
import { getFeedCount } from '@/lib/queries/feed'
import { getTopicChoices, getTopics } from '@/lib/queries/topics'
import { ChosenTopics } from './chosen-topics'
import { describeFeed } from './feed-title'

/** Every topic; with some chosen, what each further one would give: as well, instead, or taken away. */
export async function TopicPicker({ filter }: { filter: FeedFilter }) {
  const [topics, count] = await Promise.all([getTopics(), getFeedCount(filter)])
  if (!count.ok) notFound()
  if (isUnfiltered(filter)) return <AllTopics topics={topics} />
  return (
    <main id="content" className="page pb-10">
      <h1 className="pt-3 text-3xl">Combine topics</h1>
      <p className="mt-2 text-muted">
        {describeFeed(filter, topics)}
        {count.stories !== null && `: ${storiesOf(count.stories)}`}
      </p>
      <ChosenTopics filter={filter} topics={topics} hrefOf={pickerHref} />
      <p className="my-4">
        <a className="button button-strong" href={feedHref(filter)}>
          Show {count.stories === null ? 'the stories' : storiesOf(count.stories)}
        </a>
      </p>
      <Choices filter={filter} />
    </main>
  )
}

function storiesOf(count: number): string {
  return count === 1 ? '1 story' : `${count} stories`
}

async function Choices({ filter }: { filter: FeedFilter }) {
  const choices = await getTopicChoices(filter)
  return (
    <ul className="choices max-w-2xl">
      {choices.map((topic) => (
        <li key={topic.slug}>
          <b className="font-semibold">{topic.name}</b>
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
  const label = (
    <>
      <span className="sr-only">{topic.name}: </span>
      {how}
      {topic[how] !== null && <span className="count"> {topic[how]}</span>}
    </>
  )
  // What would leave nothing is told, and leads nowhere.
  if (topic[how] === 0) return <span className="choice-void">{label}</span>
  return <a href={pickerHref(withTopic(filter, topic.slug, how))}>{label}</a>
}

function AllTopics({ topics }: { topics: TopicCount[] }) {
  const sorted = topics.toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <main id="content" className="page pb-10">
      <h1 className="pt-3 text-3xl">All topics</h1>
      <p className="mt-2 mb-5 text-muted">Open one; from there several can be combined.</p>
      <ul className="all-topics">
        {sorted.map((topic) => (
          <li key={topic.slug}>
            <a href={`/topics/${encodeURIComponent(topic.slug)}`}>
              {topic.name} <span className="count">{topic.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { ArticleDetail } from '@/lib/article'
import { isolate } from '@/lib/isolate'
import { timelineOf, toDelay, type Timeline } from '@/lib/timeline'
import { TimelineChart } from './timeline-chart'
import { TimelineTable } from './timeline-table'

/** How a story spread: who was first, a chart of the reports, and the table behind it. */
export function StoryTimeline({ article }: { article: ArticleDetail }) {
  const t = useTranslations('timeline')
  const summarise = useSummary()
  const timeline = timelineOf(article)
  if (!timeline) return null
  const summary = summarise(timeline)
  const id = `timeline-${article.id}`
  return (
    <section aria-labelledby={id} className="timeline">
      <h2 id={id}>{t('label')}</h2>
      <p>{summary}</p>
      <TimelineChart timeline={timeline} label={t('chart', { summary })} />
      <details>
        <summary>{t('details')}</summary>
        <TimelineTable timeline={timeline} />
      </details>
    </section>
  )
}

/** Says in words what the chart shows. */
function useSummary() {
  const t = useTranslations('timeline')
  const locale = useLocale()
  return (timeline: Timeline): string => {
    const { reports, sources, span, isByDay, hasFirst } = timeline
    const first = reports[0]?.provider?.name
    const counts = { pieces: reports.length, sources: sources.length }
    const { unit, value } = toDelay(span, timeline)
    const spread =
      value === 0
        ? t(isByDay ? 'sameDay' : 'atOnce', counts)
        : t('spread', { ...counts, span: t(`span.${unit}`, { value }) })
    if (!hasFirst) return spread
    return `${first ? t('first', { source: isolate(first, locale) }) : t('firstUnnamed')} ${spread}`
  }
}

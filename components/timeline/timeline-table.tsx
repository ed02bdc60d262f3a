import { useLocale, useTranslations } from 'next-intl'
import { formatPublished } from '@/lib/format-time'
import { localePath } from '@/lib/locale'
import type { Report, SourceReports, Timeline, TimeScale } from '@/lib/timeline'
import { Delayed } from './delayed'

/** Every report of a story, by source, the one that was first at the top. */
export function TimelineTable({ timeline }: { timeline: Timeline }) {
  const t = useTranslations('timeline')
  return (
    <div className="timeline-table" role="region" aria-label={t('details')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('source')}</th>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('piece')}</th>
            <th scope="col">{t('quality')}</th>
          </tr>
        </thead>
        {timeline.sources.map((source, index) => (
          <Source key={index} source={source} scale={timeline} />
        ))}
      </table>
    </div>
  )
}

interface SourceProps {
  source: SourceReports
  scale: TimeScale
}

function Source({ source: { provider, reports }, scale }: SourceProps) {
  const t = useTranslations('timeline')
  return (
    <tbody>
      {reports.map((report, index) => (
        <tr key={index}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={reports.length}>
              {provider ? <bdi>{provider.name}</bdi> : t('unnamed')}
            </th>
          )}
          <ReportCells report={report} scale={scale} />
        </tr>
      ))}
    </tbody>
  )
}

function ReportCells({ report, scale }: { report: Report; scale: TimeScale }) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const { title, lang, href, url, isLead, quality, reportedAt, delay } = report
  const address = href ? localePath(locale, href) : url
  return (
    <>
      <td>
        <Delayed seconds={delay} scale={scale} />
        <time dateTime={reportedAt}>{formatPublished(reportedAt, locale)}</time>
      </td>
      <td>
        <bdi lang={lang ?? undefined}>
          {address && !isLead ? <a href={address}>{title}</a> : title}
        </bdi>
      </td>
      <td>{quality ?? t('unknown')}</td>
    </>
  )
}

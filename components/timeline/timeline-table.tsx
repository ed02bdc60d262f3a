import { useLocale, useTranslations } from 'next-intl'
import { formatMoment } from '@/lib/format-time'
import { localePath } from '@/lib/locale'
import type { Report, SourceReports, Timeline } from '@/lib/timeline'
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
          <Source key={index} source={source} />
        ))}
      </table>
    </div>
  )
}

function Source({ source: { provider, reports } }: { source: SourceReports }) {
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
          <ReportCells report={report} />
        </tr>
      ))}
    </tbody>
  )
}

function ReportCells({ report }: { report: Report }) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const { title, lang, href, url, isLead, quality, reportedAt, delay } = report
  const address = href ? localePath(locale, href) : url
  return (
    <>
      <td>
        <Delayed seconds={delay} />
        <time dateTime={reportedAt}>{formatMoment(Date.parse(reportedAt) / 1_000, locale)}</time>
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

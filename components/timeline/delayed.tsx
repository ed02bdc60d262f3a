import { useTranslations } from 'next-intl'
import { toDelay, type TimeScale } from '@/lib/timeline'

interface DelayedProps {
  /** After the first report, from 0. */
  seconds: number
  scale: TimeScale
}

/** How long after the first report: `+3 h`. Nothing where several share the first day and none is known to be first. */
export function Delayed({ seconds, scale }: DelayedProps) {
  const t = useTranslations('timeline.delay')
  const { unit, value } = toDelay(seconds, scale)
  if (value === 0 && !scale.hasFirst) return null
  return <span>{value === 0 ? t('first') : t(unit, { value })}</span>
}

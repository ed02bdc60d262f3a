import { useTranslations } from 'next-intl'
import { toDelay } from '@/lib/timeline'

/** How long after the first report: `+3 h`. @param seconds from 0 */
export function Delayed({ seconds }: { seconds: number }) {
  const t = useTranslations('timeline.delay')
  const { unit, value } = toDelay(seconds)
  return <span>{value === 0 ? t('first') : t(unit, { value })}</span>
}

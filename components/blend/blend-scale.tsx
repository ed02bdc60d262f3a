import { useTranslations } from 'next-intl'
import { LocalLink } from '@/components/local-link'
import { BLENDS, withSort, type FeedFilter } from '@/lib/feed-filter'
import { feedHref } from '@/lib/feed-url'
import { ArrowKeys } from './arrow-keys'

/** The stops at the ends of the scale, where its name stands; the others lie between them. */
const ENDS = ['blend0', 'blend100'] as const

/** The scale from heat to quality: five stops, each the same feed in another order. */
export function BlendScale({ filter }: { filter: FeedFilter }) {
  const t = useTranslations('blend')
  return (
    <nav aria-label={t('label')} className="blend">
      <ArrowKeys>
        {BLENDS.map((blend) => {
          const end = ENDS.find((stop) => stop === blend)
          return (
            <li key={blend}>
              <LocalLink
                href={feedHref(withSort(filter, blend))}
                aria-current={blend === filter.sort ? 'true' : undefined}
              >
                {end && <span aria-hidden="true">{t(`mark.${end}`)}</span>}
                <span className="sr-only">{t(`stop.${blend}`)}</span>
              </LocalLink>
            </li>
          )
        })}
      </ArrowKeys>
    </nav>
  )
}

import { useTranslations } from 'next-intl'
import { LocalLink } from '@/components/local-link'
import { BLENDS, withSort, type FeedFilter } from '@/lib/feed-filter'
import { feedHref } from '@/lib/feed-url'
import { ArrowKeys } from './arrow-keys'

/** The stops that are named on the scale; the others stand between them. */
const NAMED = ['blend0', 'top', 'blend100'] as const

/** The scale from heat to quality: five stops, each the same feed in another order. */
export function BlendScale({ filter }: { filter: FeedFilter }) {
  const t = useTranslations('blend')
  return (
    <nav aria-label={t('label')} className="blend">
      <ArrowKeys>
        {BLENDS.map((blend) => {
          const named = NAMED.find((stop) => stop === blend)
          return (
            <li key={blend}>
              <LocalLink
                href={feedHref(withSort(filter, blend))}
                aria-current={blend === filter.sort ? 'true' : undefined}
              >
                {named && <span aria-hidden="true">{t(`mark.${named}`)}</span>}
                <span className="sr-only">{t(`stop.${blend}`)}</span>
              </LocalLink>
            </li>
          )
        })}
      </ArrowKeys>
    </nav>
  )
}

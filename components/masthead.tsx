import { useTranslations } from 'next-intl'
import { LocalLink } from './local-link'
import { SearchField } from './search-field'
import { MineLink } from './settings/mine-link'

/** The paper's name and the way to search it, on every page. */
export function Masthead() {
  const t = useTranslations('site')
  return (
    <header className="masthead-row page">
      <p className="masthead">
        <LocalLink href="/" data-go="h">
          Hotsheet
        </LocalLink>
      </p>
      <div className="masthead-search">
        <SearchField />
      </div>
      <nav aria-label={t('navigation')} className="site-nav">
        <LocalLink href="/topics" className="site-link" data-go="t">
          {t('allTopics')}
        </LocalLink>
        <LocalLink href="/saved" className="site-link" data-go="s">
          {t('saved')}
        </LocalLink>
        <LocalLink href="/days" className="site-link">
          {t('days')}
        </LocalLink>
        <MineLink label={t('mine')} />
        <LocalLink href="/settings" className="site-link">
          {t('settings')}
        </LocalLink>
      </nav>
    </header>
  )
}

import { useTranslations } from 'next-intl'
import { searchHref } from '@/lib/feed-url'
import { LocalLink } from './local-link'

const EXAMPLES = [
  ['wind power', 'words'],
  ['"wind power"', 'phrase'],
  ['electr*', 'prefix'],
  ['solar OR wind', 'either'],
  ['energy -nuclear', 'without'],
  ['topic:climate', 'topic'],
  ['source:bbc', 'source'],
  ['type:video', 'type'],
  ['after:2026-01 before:2026-03', 'dates'],
  ['heat:>80 quality:>60', 'scores'],
] as const

/** What a search can say, as examples to follow. */
export function SearchHelp() {
  const t = useTranslations('search')
  return (
    <section aria-labelledby="search-help">
      <h2 id="search-help" className="mt-8 mb-2 text-xl">
        {t('help')}
      </h2>
      <dl className="search-help">
        {EXAMPLES.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <LocalLink href={searchHref(example)} dir="ltr">
                {example}
              </LocalLink>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-muted">
        {t.rich('note', { kbd: (key) => <kbd>{key}</kbd> })}
      </p>
    </section>
  )
}

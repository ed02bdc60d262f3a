import { useLocale, useTranslations } from 'next-intl'
import { isolate } from '@/lib/isolate'
import type { Locale } from '@/lib/locale'
import type { FileProblem } from '@/lib/reader/reader-file'

/** So many are listed: whoever has more has the wrong file. */
const LISTED = 100

/** What in an imported file could not be read. */
export function ImportProblems({ problems }: { problems: FileProblem[] }) {
  const t = useTranslations('settings')
  const locale = useLocale()
  return (
    <ul className="import-problems" aria-label={t('problems')}>
      {problems.slice(0, LISTED).map((problem, index) => (
        <li key={index}>{describe(problem, t, locale)}</li>
      ))}
    </ul>
  )
}

function describe(
  problem: FileProblem,
  t: ReturnType<typeof useTranslations<'settings'>>,
  locale: Locale,
): string {
  switch (problem.kind) {
    case 'not-json':
      return t('notJson')
    case 'not-hotsheet':
      return t('notHotsheet')
    case 'later-version':
      return t('laterVersion', { found: problem.found })
    case 'bad-entry':
      return t('badEntry', {
        entry: problem.entry,
        field: isolate(problem.field, locale),
        found: isolate(problem.found, locale),
      })
  }
}

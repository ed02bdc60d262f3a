import { useLocale, type Messages } from 'next-intl'
import { useEffect, useState } from 'react'
import { loadCatalogue } from '@/lib/i18n/load-catalogue'

/** The whole catalogue, for what is shown late; null until it is wanted and there. */
export function useCatalogue(isWanted: boolean): Messages | null {
  const locale = useLocale()
  const [catalogue, setCatalogue] = useState<Messages | null>(null)
  useEffect(() => {
    if (!isWanted) return
    // Without a line there are no words; what was done is done.
    void loadCatalogue(locale).then(setCatalogue, () => undefined)
  }, [isWanted, locale])
  return catalogue
}

import type { Messages } from 'next-intl'
import type { Locale } from '@/lib/locale'

/**
 * A whole catalogue. In the browser it is fetched, once, so this is for what
 * is shown late: pages send the messages that they need (components/client-messages.tsx).
 */
export async function loadCatalogue(locale: Locale): Promise<Messages> {
  const catalogue = (await import(`@/messages/${locale}.json`)) as { default: Messages }
  return catalogue.default
}

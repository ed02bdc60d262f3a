import type { useTranslations, Messages } from 'next-intl'
import { isolate } from '@/lib/isolate'
import type { Locale } from '@/lib/locale'
import type { StoreFailure } from '@/lib/reader/store-failure'
import { presentValue } from './present-value'

/** Something that was done or failed, told in a line over the page's end. */
export interface Notice {
  /** Its text in the catalogue. */
  text: keyof Messages['reader']['done']
  /** The topic or source that it is about. */
  name?: string
  /** What was tried, where the device did not store it. */
  done?: 'saved' | 'unsaved' | 'hidden' | 'shown' | 'read' | 'unread'
  /** Why the device did not store it. */
  reason?: StoreFailure
  /** Takes it back. */
  undo?: () => void
}

/** The notice that is shown, if one is. */
export const notice = presentValue<Notice | null>(null)

/**
 * A notice in words.
 *
 * @param t messages of the area `reader.done`
 * @param locale of these
 */
export function describeNotice(
  { text, name = '', done = 'read', reason = 'failed' }: Notice,
  t: ReturnType<typeof useTranslations<'reader.done'>>,
  locale: Locale,
): string {
  return t(text, { name: isolate(name, locale), done, reason })
}

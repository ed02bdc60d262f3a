import type { Messages } from 'next-intl'
import { presentValue } from './present-value'

/** Something that was done, told in a line over the page's end. */
export interface Notice {
  /** Its text in the catalogue. */
  text: keyof Messages['reader']['done']
  /** The topic or source that it is about. */
  name?: string
  /** Takes it back. */
  undo?: () => void
}

/** The notice that is shown, if one is. */
export const notice = presentValue<Notice | null>(null)

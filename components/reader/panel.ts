import { presentValue } from './present-value'

/** What is open over the page: the menu of a story, or the list of keys. */
export type Panel = { kind: 'help' } | { kind: 'menu'; opener: HTMLElement; story: HTMLElement }

/** The panel that is open, if one is. */
export const panel = presentValue<Panel | null>(null)

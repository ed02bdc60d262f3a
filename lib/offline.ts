/** The caches of what can be read without a line, and of nothing else of this origin. */
export const CACHES = {
  /** Scripts, styles and fonts, whose names change with their content. */
  files: 'hotsheet-files',
  /** Pages that the reader has seen, whole. */
  pages: 'hotsheet-pages',
  /** What the router and endless lists ask for. */
  data: 'hotsheet-data',
  /** Pages that are kept before the reader has been there: saved stories, settings, "not kept". */
  always: 'hotsheet-always',
  pictures: 'hotsheet-pictures',
  /** Pictures of other hosts, whose answers cannot be looked into. */
  foreignPictures: 'hotsheet-foreign-pictures',
  /** Pages, data and pictures of saved stories, until they are saved no longer. */
  saved: 'hotsheet-saved',
} as const

/** A saved story: its id, the path of its page and the addresses of the pictures on that. */
export interface KeptStory {
  id: string
  href: string
  pictures: string[]
}

/** What a page tells the service worker. */
export type WorkerMessage =
  | { type: 'seen'; href: string; pictures: string[] }
  | { type: 'always'; hrefs: string[] }
  | { type: 'saved'; story: KeptStory }
  | { type: 'unsaved'; id: string }

/** By this channel the worker tells pages that it could not reach the server. */
export const UNREACHABLE = 'hotsheet:unreachable'

/** Path of the page that is shown in place of one that is not kept. */
export const NOT_KEPT = '/offline'

/** How a response is looked for in a cache: whatever headers it was asked for with. */
export const HOWEVER_ASKED: CacheQueryOptions = { ignoreVary: true }

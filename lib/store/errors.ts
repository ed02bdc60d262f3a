import type { FeedProblem } from '@/lib/feed-url'

/** A request that no database can fulfil: it is told to the reader, and not tried elsewhere. */
export class RefusedError extends Error {}

/** A filter names a topic that readers do not know. */
export class UnknownTopicError extends RefusedError {
  override readonly name = 'UnknownTopicError'

  constructor(readonly slug: string) {
    super(`There is no topic "${slug}".`)
  }
}

/** A cursor is made up, of another feed, or of an order that has since been changed. */
export class BadCursorError extends RefusedError {
  override readonly name = 'BadCursorError'

  constructor(readonly problem: FeedProblem) {
    super(`cursor: expected ${problem.expected}.`)
  }
}

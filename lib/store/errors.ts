import type { FeedProblem } from '@/lib/feed-url'

/** A filter names a topic that readers do not know. */
export class UnknownTopicError extends Error {
  override readonly name = 'UnknownTopicError'

  constructor(readonly slug: string) {
    super(`There is no topic "${slug}".`)
  }
}

/** A cursor is made up, of another feed, or of an order that has since been changed. */
export class BadCursorError extends Error {
  override readonly name = 'BadCursorError'

  constructor(readonly problem: FeedProblem) {
    super(`cursor: expected ${problem.expected}.`)
  }
}

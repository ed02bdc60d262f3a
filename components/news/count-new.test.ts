import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countNew } from './count-new'

const news = (now: string, has: string, hasMore = true) =>
  countNew([...now], hasMore, new Set([...has]))

test('a reader who has everything is told of nothing', () => {
  expect(news('abc', 'abc')).toEqual({ count: 0, isMore: false })
})

test('what stands below the last story that the reader has is older, not new', () => {
  expect(news('abcdefgh', 'abc')).toEqual({ count: 0, isMore: false })
})

test('new stories count wherever they stand among the others', () => {
  expect(news('xaybczd', 'abc')).toEqual({ count: 2, isMore: false })
})

test('a withdrawn story is no news', () => {
  expect(news('ac', 'abc')).toEqual({ count: 0, isMore: false })
})

test('where nothing is known of what was looked at, there are at least so many', () => {
  expect(news('vwxyz', 'abc')).toEqual({ count: 5, isMore: true })
  expect(news('vw', 'abc', false)).toEqual({ count: 2, isMore: false })
})

test('it never counts a story that the reader has, nor more than were looked at', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 20 })
  fc.assert(
    fc.property(ids, ids, fc.boolean(), (now, has, hasMore) => {
      const { count } = countNew(now, hasMore, new Set(has))
      expect(count).toBeLessThanOrEqual(now.filter((id) => !has.includes(id)).length)
    }),
  )
})

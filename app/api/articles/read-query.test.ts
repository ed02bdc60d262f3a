import { describe, expect, test } from 'vitest'
import { readQuery } from './read-query'

describe('the query of the article list', () => {
  test('takes what pages take, and how many articles to give', () => {
    expect(readQuery(new URLSearchParams('any=b,a&sort=heat&limit=100'))).toEqual({
      ok: true,
      filter: { q: '', sort: 'heat', window: 'week', any: ['a', 'b'], all: [], none: [] },
      cursor: null,
      limit: 100,
    })
    expect(readQuery(new URLSearchParams())).toMatchObject({ ok: true, limit: 20 })
  })

  test('takes any text to search for, with all the rest', () => {
    const query = readQuery(new URLSearchParams({ q: ' "wind  -OR ', sort: 'heat', none: 'ai' }))
    const filter = { q: '"wind -OR', sort: 'heat', window: 'all', any: [], all: [], none: ['ai'] }
    expect(query).toMatchObject({ ok: true, filter })
    expect(readQuery(new URLSearchParams({ q: 'x'.repeat(5_000) }))).toMatchObject({
      filter: { q: 'x'.repeat(200), sort: 'relevance', window: null },
    })
  })

  test.each(['0', '101', '-1', '1.5', 'ten', '', '1e2', '9'.repeat(99)])(
    'refuses limit=%s',
    (limit) => {
      const expected = 'a whole number from 1 to 100'
      const problem = { parameter: 'limit', found: limit, expected }
      expect(readQuery(new URLSearchParams({ limit }))).toEqual({ ok: false, problem })
    },
  )

  test('refuses a limit given twice, and names that it does not know', () => {
    expect(readQuery(new URLSearchParams('limit=1&limit=2')).ok).toBe(false)
    expect(readQuery(new URLSearchParams('topic=ai'))).toMatchObject({
      problem: { parameter: 'topic' },
    })
  })
})

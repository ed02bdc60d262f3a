import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DEFAULT_FILTER,
  SEARCH_SORTS,
  WINDOWS,
  normaliseFilter,
  type FeedFilter,
} from './feed-filter'
import { feedHref, feedQuery, parseFeedQuery, parseInternalFeedPath, pickerHref } from './feed-url'

const slug = fc.constantFrom(
  'ai',
  'climate',
  'c-and-en',
  '_',
  'café',
  'новости',
  '量子',
  '2026',
  'a'.repeat(100),
)
const search = fc.oneof(
  fc.constantFrom('', '', 'wind power', '"a, b" OR -c=d&e', 'topic:café', '量子 +50%'),
  fc.string({ unit: 'binary', maxLength: 300 }),
)
const filter: fc.Arbitrary<FeedFilter> = fc
  .record({
    q: search,
    sort: fc.constantFrom(...SEARCH_SORTS),
    window: fc.constantFrom(...WINDOWS),
    any: fc.array(slug),
    all: fc.array(slug),
    none: fc.array(slug),
  })
  .map(({ none, ...rest }) =>
    normaliseFilter({
      ...rest,
      none: none.filter((topic) => !rest.any.includes(topic) && !rest.all.includes(topic)),
    }),
  )
const cursor = fc.option(fc.stringMatching(/^[a-z0-9.-]{1,30}$/))

/** Reads an address as a server does. */
function parseHref(href: string) {
  const url = new URL(href, 'http://localhost')
  const topic = /^\/topics\/([^/]+)$/.exec(url.pathname)?.[1]
  return parseFeedQuery(url.searchParams, topic && decodeURIComponent(topic))
}

describe('the address of a feed', () => {
  test('says everything about it: reading it again gives the same feed', () => {
    fc.assert(
      fc.property(filter, cursor, (feed, cursor) => {
        const expected = { ok: true, filter: feed, cursor }
        expect(parseHref(feedHref(feed, cursor))).toEqual(expected)
        expect(parseFeedQuery(new URLSearchParams(feedQuery(feed, cursor)))).toEqual(expected)
        const picked = normaliseFilter({ ...feed, q: '' })
        expect(parseHref(pickerHref(feed))).toEqual({ ok: true, filter: picked, cursor: null })
      }),
    )
  })

  test('is the same however one came to it', () => {
    const messy = fc.array(
      fc.tuple(
        fc.constantFrom('q', 'any', 'all', 'none', 'sort', 'window', 'cursor', 'utm_source', ''),
        fc.oneof(
          slug,
          search,
          fc.constantFrom(...SEARCH_SORTS, ...WINDOWS, 'b,a,b', '', ',,'),
          fc.string(),
        ),
      ),
    )
    fc.assert(
      fc.property(messy, fc.option(slug, { nil: undefined }), (parameters, topic) => {
        const parsed = parseFeedQuery(new URLSearchParams(parameters), topic)
        if (!parsed.ok) {
          expect(parsed.problem.expected).not.toBe('')
          return
        }
        const href = feedHref(parsed.filter, parsed.cursor)
        const again = parseHref(href)
        expect(again).toEqual(parsed)
        expect(again.ok && feedHref(again.filter, again.cursor)).toBe(href)
      }),
      { numRuns: 1_000 },
    )
  })

  test.each([
    [{}, '/'],
    [{ all: ['ai'] }, '/topics/ai'],
    [{ all: ['ai'], none: ['energy', 'climate'] }, '/topics/ai?none=climate,energy'],
    [{ any: ['b', 'a', 'b'] }, '/?any=a,b'],
    [{ any: ['b', 'a'], all: ['c'], sort: 'heat' }, '/?any=a,b&all=c&sort=heat'],
    [{ all: ['b', 'a'], sort: 'quality', window: 'all' }, '/?all=a,b&sort=quality&window=all'],
    [{ sort: 'heat', window: 'week' }, '/?sort=heat'],
    [{ sort: 'latest', window: 'day' }, '/?sort=latest'],
    [{ all: ['量子'] }, '/topics/%E9%87%8F%E5%AD%90'],
    [{ q: '  wind  power ', sort: 'relevance' }, '/search?q=wind+power'],
    [{ q: 'wind', all: ['ai'], sort: 'top' }, '/search?q=wind&all=ai&sort=top'],
    [{ q: 'wind', sort: 'heat', window: 'all' }, '/search?q=wind&sort=heat'],
    [{ q: 'wind', sort: 'heat', window: 'week' }, '/search?q=wind&sort=heat&window=week'],
    [{ sort: 'relevance' }, '/'],
  ] as const)('of %j is %s', (parts, href) => {
    expect(feedHref(normaliseFilter({ ...DEFAULT_FILTER, ...parts }))).toBe(href)
  })
})

describe('an address written by hand', () => {
  test('may repeat topics, leave values empty, and carry marks of a campaign, as forms and links do', () => {
    const params = new URLSearchParams('any=a&any=c,b&none=&sort=&window=day&utm_source=x')
    const filter = { ...DEFAULT_FILTER, any: ['a', 'b', 'c'] }
    expect(parseFeedQuery(params)).toEqual({ ok: true, filter, cursor: null })
  })

  test('may write topics in capitals', () => {
    const parsed = parseFeedQuery(new URLSearchParams('all=AI,Climate&none=Chips'), 'Energy')
    expect(parsed).toMatchObject({
      filter: { all: ['ai', 'climate', 'energy'], none: ['chips'] },
    })
  })

  test('may search for anything at all', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const params = new URLSearchParams(texts.map((text) => ['q', text]))
        const parsed = parseFeedQuery(params)
        expect(parsed.ok && [...parsed.filter.q].length).toBeLessThanOrEqual(200)
      }),
    )
  })

  test.each([
    [
      'sort=hot',
      'sort',
      'hot',
      'one of top, latest, heat, quality, blend0, blend25, blend75, blend100',
    ],
    [
      'sort=relevance',
      'sort',
      'relevance',
      'one of top, latest, heat, quality, blend0, blend25, blend75, blend100',
    ],
    [
      'q=a&sort=hot',
      'sort',
      'hot',
      'one of relevance, top, latest, heat, quality, blend0, blend25, blend75, blend100',
    ],
    ['sort=heat&window=year', 'window', 'year', 'one of day, week, month, all'],
    ['sort=heat&sort=top', 'sort', 'heat, top', 'one value'],
    ['any=a/b', 'any', 'a/b', 'topics, such as climate,energy'],
    ['all=a&none=a', 'none', 'a', 'topics that any and all do not name'],
    [`any=${Array.from({ length: 21 }, (_, n) => n)}`, 'any', '21 topics', 'at most 20'],
  ])(
    '%s is answered with what was found and what is expected',
    (query, parameter, found, expected) => {
      const problem = { parameter, found, expected }
      expect(parseFeedQuery(new URLSearchParams(query))).toEqual({ ok: false, problem })
    },
  )

  test('names the topic of its path as excluded as well', () => {
    expect(parseFeedQuery(new URLSearchParams('none=ai'), 'ai').ok).toBe(false)
  })
})

describe('the internal path of a feed', () => {
  test('is read whether or not it has been decoded', () => {
    fc.assert(
      fc.property(filter, cursor, (feed, cursor) => {
        const query = feedQuery(feed, cursor)
        if (query === '') return
        const expected = { ok: true, filter: feed, cursor }
        expect(parseInternalFeedPath(query)).toEqual(expected)
        expect(parseInternalFeedPath(encodeURIComponent(query))).toEqual(expected)
      }),
    )
  })

  test.each([
    '-',
    'sort',
    'sort=hot',
    'sort=top',
    'any=b,a',
    'all=a&x=y',
    'q=a%20b',
    'q=',
    '%',
    '%E0%A4%A',
  ])('%s is none, so that no feed is kept twice', (segment) =>
    expect(parseInternalFeedPath(segment).ok).toBe(false),
  )
})

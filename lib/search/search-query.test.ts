import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { topicSlug } from '@/lib/topic-slug'
import { isEmptySearch, parseSearchQuery, type Clause, type Term } from './search-query'
import { words } from './tokenize'

/** A clause in short: alternatives parted by |, words of a phrase by blanks, - in front when excluded. */
function showClause({ terms, negated }: Clause): string {
  return (negated ? '-' : '') + terms.map(showTerm).join(' | ')
}

function showTerm(term: Term): string {
  if (term.kind !== 'words') return `${term.kind}:${term.value}`
  return term.words.join(' ') + (term.prefix ? '*' : '')
}

const clausesOf = (text: string) => parseSearchQuery(text).clauses.map(showClause)
const boundsOf = (text: string) => parseSearchQuery(text).bounds
const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 1000

describe('a search asks for', () => {
  test.each([
    ['all of its words', 'Wind Power', ['wind', 'power']],
    ['a word that goes on', 'clim*', ['clim*']],
    ['a phrase', '"wind power" record', ['wind power', 'record']],
    [
      'a phrase in typographic quotes',
      '“wind power” «solar power» „heat pump“',
      ['wind power', 'solar power', 'heat pump'],
    ],
    ['a phrase that nobody closed', 'record "wind power', ['record', 'wind power']],
    ['a phrase whose last word goes on', '"wind pow*"', ['wind pow*']],
    ['a hyphenated word as a phrase', 'state-of-the-art', ['state of the art']],
    [
      'what is not excluded',
      'jaguar -car -"big cat" -topic:cars',
      ['jaguar', '-car', '-big cat', '-topic:cars'],
    ],
    ['one of two words', 'a b OR c d', ['a', 'b | c', 'd']],
    ['one of many', 'a OR "b c" OR topic:d', ['a | b c | topic:d']],
    ['none of two words', 'x -a OR b', ['x', '-a | b']],
    ['a topic by name', 'topic:"Artificial Intelligence"', ['topic:artificial-intelligence']],
    ['a topic by slug', 'Topic:artificial-intelligence', ['topic:artificial-intelligence']],
    ['a source by name', 'source:"The Straits Times"', ['source:the-straits-times']],
    ['a source by domain', 'SOURCE:www.BBC.co.uk', ['source:bbc.co.uk']],
    ['a type', 'type:"Press release"', ['type:press-release']],
    ['a word in Japanese', '東京都', ['東京 京都']],
    ['a single character, which begins words', '都', ['都*']],
    ['a phrase of two scripts', '"AI技術 2024年"', ['ai 技術 術 2024 年*']],
  ])('%s: %s', (_, text, expected) => {
    expect(clausesOf(text)).toEqual(expected)
  })

  test('the very topic that the store has', () => {
    for (const name of ['C++', 'R&D', '人工知能', '🚀', 'Łódź', '#energy']) {
      expect(clausesOf(`topic:"${name}"`)).toEqual([`topic:${topicSlug(name)}`])
      expect(clausesOf(`topic:${topicSlug(name)}`)).toEqual([`topic:${topicSlug(name)}`])
    }
  })
})

describe('what is not grammar is text', () => {
  test.each([
    ['OR', ['or']],
    ['wind OR', ['wind', 'or']],
    ['a OR OR b', ['a', 'or', 'or', 'b']],
    ['wind or solar', ['wind', 'or', 'solar']],
    ['topic: climate', ['topic', 'climate']],
    ['topic:# x', ['topic', 'x']],
    ['source:"?"', ['source']],
    ['site:bbc.com', ['site bbc com']],
    ['before:yesterday', ['before yesterday']],
    ['before:2021-02-30', ['before 2021 02 30']],
    ['heat:hot', ['heat hot']],
    ['-heat:80', ['-heat 80']],
    ['- wind', ['wind']],
    ['half-baked', ['half baked']],
    ['"" “” ()', []],
    ['(wind) [power]', ['wind', 'power']],
    ["'; DROP TABLE x; --", ['drop', 'table', 'x']],
    ['NEAR(a b) AND title:c', ['near a', 'b', 'and', 'title c']],
  ])('%s', (text, expected) => {
    expect(clausesOf(text)).toEqual(expected)
    expect(boundsOf(text)).toEqual(boundsOf(''))
  })

  test('an OR beside a bound or an exclusion joins nothing', () => {
    expect(clausesOf('wind OR heat:>80 solar')).toEqual(['wind', 'solar'])
    expect(clausesOf('wind OR -solar')).toEqual(['wind', '-solar'])
  })
})

describe('dates bound the time of publication', () => {
  test.each([
    ['before:2021', null, day('2021-01-01') - 1],
    ['before:2021-03', null, day('2021-03-01') - 1],
    ['before:2021-03-05', null, day('2021-03-05') - 1],
    ['after:2021', day('2022-01-01'), null],
    ['after:2020-02', day('2020-03-01'), null],
    ['after:2021-12-31', day('2022-01-01'), null],
    ['-before:2021', day('2021-01-01'), null],
    ['-after:2021', null, day('2022-01-01') - 1],
    ['after:2020 before:2022', day('2021-01-01'), day('2022-01-01') - 1],
    ['Before:2021 x before:2019', null, day('2019-01-01') - 1],
    ['before:"1969"', null, day('1969-01-01') - 1],
    ['after:0050', day('0051-01-01'), null],
  ])('%s', (text, from, until) => {
    expect(boundsOf(text)).toMatchObject({ from, until })
  })
})

describe('scores are bounded', () => {
  test.each([
    ['heat:>80', 81, null],
    ['heat:>=80', 80, null],
    ['heat:<80', null, 79],
    ['heat:<=80', null, 80],
    ['heat:80', 80, 80],
    ['heat:50..80', 50, 80],
    ['heat:80..50', 50, 80],
    ['heat:<-1', null, -2],
    ['-heat:>80', null, 80],
    ['-heat:<80', 80, null],
    ['heat:>50 news HEAT:<=80', 51, 80],
  ])('%s', (text, min, max) => {
    expect(boundsOf(text).heat).toEqual({ min, max })
    expect(boundsOf(text.replaceAll(/heat/gi, 'quality')).quality).toEqual({ min, max })
  })
})

test('the text is kept in one form', () => {
  expect(parseSearchQuery('  wind\t\n power ').text).toBe('wind power')
  expect(parseSearchQuery('cafe\u0301\0').text).toBe('café')
  expect(parseSearchQuery(`${'é'.repeat(199)} x`).text).toBe('é'.repeat(199))
  expect(parseSearchQuery('😀'.repeat(300)).text).toBe('😀'.repeat(200))
})

test('more than 32 terms are no burden', () => {
  const terms = parseSearchQuery('a OR b c '.repeat(30)).clauses.flatMap((clause) => clause.terms)
  expect(terms).toHaveLength(32)
})

test('a search that asks for nothing says so', () => {
  expect(['', ' "" - * '].map((text) => isEmptySearch(parseSearchQuery(text)))).toEqual([
    true,
    true,
  ])
  for (const text of ['x', '-x', 'heat:<5', 'before:2021', 'type:video']) {
    expect(isEmptySearch(parseSearchQuery(text))).toBe(false)
  }
})

describe('any text', () => {
  const pieces = [
    ...[
      'wind',
      'É',
      '東京都',
      'OR',
      'or',
      '-',
      '*',
      '"',
      '“',
      '»',
      ':',
      ' ',
      '  ',
      '\u200b',
      "'s",
      '½',
    ],
    ...['topic:', 'source:', 'type:', 'before:', 'after:', 'heat:', 'quality:', '>', '<=', '..'],
    ...['2021', '-02', '80', '\ud800', '\0', '😀', '#', '.'],
  ]
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...pieces), maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
  )

  test('is a search, whose own text is the same search', () => {
    fc.assert(
      fc.property(text, (any) => {
        const query = parseSearchQuery(any)
        expect(parseSearchQuery(query.text)).toEqual(query)
        expect([...query.text].length).toBeLessThanOrEqual(200)
        expect(query.text.isWellFormed()).toBe(true)
      }),
    )
  })

  test('asks only for words that a text can have', () => {
    fc.assert(
      fc.property(text, (any) => {
        for (const term of parseSearchQuery(any).clauses.flatMap((clause) => clause.terms)) {
          if (term.kind !== 'words') expect(term.value).not.toBe('')
          else for (const word of term.words) expect(words(word)).toContain(word)
        }
      }),
    )
  })
})

test('what the grammar can say is read as it was meant', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  const term: fc.Arbitrary<[written: string, shown: string]> = fc.oneof(
    word.map((one): [string, string] => [one, one]),
    word.map((one): [string, string] => [`${one}*`, `${one}*`]),
    fc
      .array(word, { minLength: 2, maxLength: 4 })
      .map((some): [string, string] => [`"${some.join(' ')}"`, some.join(' ')]),
    fc
      .tuple(fc.constantFrom('topic', 'source', 'type'), word)
      .map(([kind, value]): [string, string] => [`${kind}:${value}`, `${kind}:${value}`]),
  )
  const clause = fc.tuple(fc.boolean(), fc.array(term, { minLength: 1, maxLength: 3 }))
  fc.assert(
    fc.property(fc.array(clause, { maxLength: 3 }), (clauses) => {
      const write = (of: 0 | 1, joint: string) =>
        clauses.map(
          ([negated, terms]) => (negated ? '-' : '') + terms.map((one) => one[of]).join(joint),
        )
      const written = write(0, ' OR ').join(' ')
      fc.pre([...written].length <= 200)
      expect(clausesOf(written)).toEqual(write(1, ' | '))
    }),
  )
})

import { describe, expect, test } from 'vitest'
import {
  DEFAULT_FILTER,
  normaliseFilter,
  onlyTopic,
  withSort,
  withTopic,
  withoutTopic,
} from './feed-filter'

const climate = onlyTopic(DEFAULT_FILTER, 'climate')

describe('choosing topics', () => {
  test('"and" narrows, "or" widens, "not" takes away', () => {
    expect(withTopic(climate, 'energy', 'and').all).toEqual(['climate', 'energy'])
    expect(withTopic(climate, 'energy', 'or')).toMatchObject({
      any: ['climate', 'energy'],
      all: [],
    })
    expect(withTopic(climate, 'energy', 'not')).toMatchObject({
      all: ['climate'],
      none: ['energy'],
    })
  })

  test('a topic stands in one group only: the last choice counts', () => {
    const without = withTopic(climate, 'energy', 'not')
    expect(withTopic(without, 'energy', 'or')).toMatchObject({
      any: ['climate', 'energy'],
      none: [],
    })
    expect(withTopic(climate, 'climate', 'not')).toMatchObject({ all: [], none: ['climate'] })
  })

  test('the first topic is one topic, whichever way it is chosen', () => {
    expect(withTopic(DEFAULT_FILTER, 'climate', 'or')).toEqual(climate)
    expect(withTopic(DEFAULT_FILTER, 'climate', 'and')).toEqual(climate)
  })

  test('taking one of two alternatives away leaves the other', () => {
    const either = withTopic(climate, 'energy', 'or')
    expect(withoutTopic(either, 'energy')).toEqual(climate)
    expect(withoutTopic(climate, 'climate')).toEqual(DEFAULT_FILTER)
    expect(onlyTopic(either, null)).toEqual(DEFAULT_FILTER)
  })

  test('alternatives of which one is required anyway are no longer told', () => {
    const filter = { ...DEFAULT_FILTER, any: ['a', 'b'], all: ['b'] }
    expect(normaliseFilter(filter)).toMatchObject({ any: [], all: ['b'] })
  })
})

describe('choosing a sort', () => {
  test('keeps the topics and gives heat and quality a window', () => {
    expect(withSort(climate, 'heat')).toEqual({ ...climate, sort: 'heat', window: 'week' })
    expect(withSort(climate, 'quality', 'all').window).toBe('all')
  })

  test('keeps the window between heat and quality, and drops it elsewhere', () => {
    const month = withSort(climate, 'heat', 'month')
    expect(withSort(month, 'quality').window).toBe('month')
    expect(withSort(month, 'latest').window).toBeNull()
  })

  test('what a search finds is best first, and from all time unless I say how far back', () => {
    const found = normaliseFilter({ ...DEFAULT_FILTER, q: 'wind', sort: 'relevance' })
    expect(found).toMatchObject({ q: 'wind', sort: 'relevance', window: null })
    expect(withSort(found, 'quality').window).toBe('all')
    expect(withSort(found, 'heat', 'day').window).toBe('day')
  })

  test('relevance is no order of a feed that is not searched', () => {
    const found = normaliseFilter({ ...climate, q: 'wind', sort: 'relevance' })
    expect(normaliseFilter({ ...found, q: ' ' })).toEqual(climate)
  })
})

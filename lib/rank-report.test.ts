import { describe, expect, test } from 'vitest'
import { RANK_PROFILE } from './rank-profile'
import {
  compareWeights,
  newestOf,
  rankStories,
  summarise,
  summariseSorts,
  type Rankable,
} from './rank-report'
import { formatFeed, formatSummaries } from './rank-table'

const NOON = Date.parse('2026-11-22T12:00:00Z')

function story(id: number, age: number, quality: number | null, heat: number | null): Rankable {
  const publishedAt = new Date(NOON - age * 3_600_000)
  return {
    id,
    title: `Story ${id}`,
    input: { publishedAt, quality, heat, reportedBy: 0 },
  }
}

const neutral = RANK_PROFILE.neutralQuality
const stories = [
  story(1, 0, neutral, neutral),
  story(2, 10, neutral + 20, neutral + 20),
  story(3, 200, neutral + 60, neutral + 60),
  story(4, 0, null, null),
]

describe('trying other weights', () => {
  test('shows where each story would move from', () => {
    const { feed, before } = compareWeights(stories, 'top', null, {
      ...RANK_PROFILE,
      qualityHours: 0,
    })
    expect(feed.map(({ id }) => id)).toEqual([4, 1, 2, 3])
    expect(before.get(2)).toBe(1)
    expect(before.get(3)).toBe(2)
  })

  test('is told beside the present weights in the summary', () => {
    const names = summariseSorts(stories, { ...RANK_PROFILE, buzzHours: 1 }).map(([name]) => name)
    expect(names.slice(0, 2)).toEqual(['top', 'top, with 4 h a point and 1 h a doubling'])
    expect(summariseSorts(stories, RANK_PROFILE).map(([name]) => name)).not.toContain(names[1])
  })
})

test('windows are counted back from the newest story', () => {
  expect(rankStories(stories, 'heat', 'week').map(({ id }) => id)).toEqual([2, 1, 4])
  expect(rankStories(stories, 'heat', 'all').map(({ id }) => id)).toEqual([3, 2, 1, 4])
})

test('a summary tells the median age and the mean quality of those that have one', () => {
  const summary = summarise(rankStories(stories, 'latest'), newestOf(stories))
  expect(summary).toEqual({ stories: 4, medianAge: 10, meanQuality: neutral + 80 / 3 })
})

test('the table shows the terms of each story in columns', () => {
  const lines = formatFeed(rankStories(stories, 'latest')).split('\n')
  expect(lines[0]).toMatch(/^# +published \(UTC\) +quality +hours +others +hours +title$/)
  expect(lines[3]).toMatch(/^3 +2026-11-22 02:00 +80 +\+80 +0 +\+0 +Story 2$/)
  const titleColumn = lines[0]?.indexOf('title')
  expect(new Set(lines.slice(1).map((line) => line.indexOf('Story')))).toEqual(
    new Set([titleColumn]),
  )
})

test('an empty store has an empty feed', () => {
  expect(formatFeed(rankStories([], 'top'))).not.toContain('Story')
  expect(formatSummaries(summariseSorts([], RANK_PROFILE))).not.toMatch(/NaN|Infinity/)
})

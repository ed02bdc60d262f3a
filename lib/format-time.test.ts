import { describe, expect, it } from 'vitest'
import { formatAge, formatDate, formatExactTime } from './format-time'

const now = Date.parse('2026-11-22T12:00:00Z')

describe('how long ago a story was published', () => {
  it.each([
    ['2026-11-22T11:59:30Z', 'just now'],
    ['2026-11-22T11:55:00Z', '5 min ago'],
    ['2026-11-22T09:00:00Z', '3 hours ago'],
    ['2026-11-22T11:00:00Z', '1 hour ago'],
    ['2026-11-20T12:00:00Z', '2 days ago'],
  ])('%s is told as "%s"', (iso, told) => {
    expect(formatAge(iso, now)).toBe(told)
  })

  it('is not told for what is a week old, or lies in the future', () => {
    expect(formatAge('2026-11-15T12:00:00Z', now)).toBeNull()
    expect(formatAge('2026-11-22T12:00:01Z', now)).toBeNull()
  })
})

describe('when a story was published', () => {
  it('is a plain date in a list', () => {
    expect(formatDate('2021-02-14T15:21:00Z', 'UTC')).toBe('14 Feb 2021')
  })

  it('is exact, with its zone, on the story’s page', () => {
    expect(formatExactTime('2021-02-14T15:21:00Z', 'UTC')).toBe(
      'Sunday, 14 February 2021, 15:21 UTC',
    )
    expect(formatExactTime('2021-02-14T23:30:00Z', 'Asia/Tokyo')).toBe(
      'Monday, 15 February 2021, 08:30 GMT+9',
    )
  })
})

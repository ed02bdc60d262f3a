import { describe, expect, it } from 'vitest'
import { formatAge, formatDate, formatExactTime, formatMoment } from './format-time'

const now = Date.parse('2026-11-22T12:00:00Z')

describe('how long ago a story was published', () => {
  it.each([
    ['2026-11-22T11:59:30Z', 'now', 'jetzt', 'الآن'],
    ['2026-11-22T11:55:00Z', '5 min ago', 'vor 5 Min.', 'قبل 5 دقائق'],
    ['2026-11-22T09:00:00Z', '3 hours ago', 'vor 3 Stunden', 'قبل 3 ساعات'],
    ['2026-11-22T11:00:00Z', '1 hour ago', 'vor 1 Stunde', 'قبل ساعة واحدة'],
    ['2026-11-20T12:00:00Z', '2 days ago', 'vor 2 Tagen', 'قبل يومين'],
  ])('%s is told as "%s" in English, "%s" in German, "%s" in Arabic', (iso, ...told) => {
    expect((['en', 'de', 'ar'] as const).map((locale) => formatAge(iso, now, locale))).toEqual(told)
  })

  it('is not told for what is a week old, or lies in the future', () => {
    expect(formatAge('2026-11-15T12:00:00Z', now, 'en')).toBeNull()
    expect(formatAge('2026-11-22T12:00:01Z', now, 'en')).toBeNull()
  })
})

describe('when a story was published', () => {
  it('is a plain date in a list', () => {
    expect(formatDate('2021-02-14T15:21:00Z', 'UTC', 'en')).toBe('14 Feb 2021')
    expect(formatDate('2021-02-14T15:21:00Z', 'UTC', 'de')).toBe('14. Feb. 2021')
    expect(formatDate('2021-02-14T15:21:00Z', 'UTC', 'ar')).toBe('14 فبراير 2021')
  })

  it('is exact, with its zone, on the story’s page', () => {
    expect(formatExactTime('2021-02-14T15:21:00Z', 'UTC', 'en')).toBe(
      'Sunday, 14 February 2021, 15:21 UTC',
    )
    expect(formatExactTime('2021-02-14T23:30:00Z', 'Asia/Tokyo', 'en')).toBe(
      'Monday, 15 February 2021, 08:30 GMT+9',
    )
    expect(formatExactTime('2021-02-14T23:30:00Z', 'Europe/Berlin', 'de')).toBe(
      'Montag, 15. Februar 2021, 00:30 MEZ',
    )
    expect(formatExactTime('2021-02-14T15:21:00Z', 'UTC', 'ar')).toContain(
      'الأحد، 14 فبراير 2021، ',
    )
  })

  it('is a moment in UTC where a rank is explained', () => {
    expect(formatMoment(Date.parse('2026-11-21T14:05:09Z') / 1_000, 'en')).toBe(
      '21 Nov 2026, 14:05 UTC',
    )
  })
})

import { describe, expect, it } from 'vitest'
import {
  formatAge,
  formatDate,
  formatExactTime,
  formatMoment,
  formatPublished,
} from './format-time'
import type { Locale } from './locale'

const now = Date.parse('2026-11-22T12:00:00Z')

describe('how long ago a story was published', () => {
  it.each([
    ['2026-11-22T11:59:30Z', 'now', 'jetzt', 'الآن'],
    ['2026-11-22T11:55:00Z', '5 min ago', 'vor 5 Min.', 'قبل 5 دقائق'],
    ['2026-11-22T09:00:00Z', '3 hours ago', 'vor 3 Stunden', 'قبل 3 ساعات'],
    ['2026-11-22T11:00:00Z', '1 hour ago', 'vor 1 Stunde', 'قبل ساعة واحدة'],
    ['2026-11-20T12:00:00Z', '2 days ago', 'vor 2 Tagen', 'قبل يومين'],
  ])('%s is told as "%s" in English, "%s" in German, "%s" in Arabic', (iso, ...told) => {
    expect(
      (['en', 'de', 'ar'] as const).map((locale) => formatAge(iso, now, locale, 'UTC')),
    ).toEqual(told)
  })

  it('is not told for what is a week old, or lies in the future', () => {
    expect(formatAge('2026-11-15T12:00:00Z', now, 'en', 'UTC')).toBeNull()
    expect(formatAge('2026-11-22T12:00:01Z', now, 'en', 'UTC')).toBeNull()
  })
})

describe('how long ago the calendar day of a story was', () => {
  it.each([
    ['2026-11-22', 'today', 'heute', 'اليوم'],
    ['2026-11-21', 'yesterday', 'gestern', 'أمس'],
    ['2026-11-19', '3 days ago', 'vor 3 Tagen', 'قبل 3 أيام'],
  ])('%s is told as "%s" in English, "%s" in German, "%s" in Arabic', (day, ...told) => {
    const age = (locale: Locale) => formatAge(day, now, locale, 'UTC')
    expect((['en', 'de', 'ar'] as const).map(age)).toEqual(told)
  })

  it('follows the calendar of the reader', () => {
    const evening = Date.parse('2026-11-22T20:00:00Z')
    const inZone = (zone: string) => formatAge('2026-11-22', evening, 'en', zone)
    expect(inZone('America/Los_Angeles')).toBe('today')
    expect(inZone('Asia/Tokyo')).toBe('yesterday')
    const night = Date.parse('2026-11-22T02:00:00Z')
    // It is still the 21st there: the day itself is shown.
    expect(formatAge('2026-11-22', night, 'en', 'America/Los_Angeles')).toBeNull()
  })

  it('is not told for what is a week old', () => {
    expect(formatAge('2026-11-15', now, 'en', 'UTC')).toBeNull()
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

  it.each(['UTC', 'America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Kiritimati'])(
    'is the same day in %s where only the day is known',
    (zone) => {
      expect(formatDate('2026-11-05', zone, 'en')).toBe('5 Nov 2026')
      expect(formatExactTime('2026-11-05', zone, 'en')).toBe('Thursday, 5 November 2026')
      expect(formatPublished('2026-11-05', 'en')).toBe('5 Nov 2026')
    },
  )
})

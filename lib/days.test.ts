import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOf, dayHref, dayOf, formatDay, monthOf, parseDay, weeksOf } from './days'

const anyDay = fc.integer({ min: parseDay('1000-01-01') ?? 0, max: parseDay('9999-12-31') ?? 0 })

describe('the address of a day', () => {
  test('leads back to the day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(formatDay(day))).toBe(day)
      }),
    )
    expect(parseDay('1970-01-02')).toBe(1)
    expect(dayHref(parseDay('2021-02-14') ?? 0)).toBe('/days/2021-02-14')
  })

  test.each([
    '2021-02-30',
    '2021-13-01',
    '2021-00-10',
    '2023-02-29',
    '2021-2-14',
    '14-02-2021',
    '2021-02-14T00:00',
    ' 2021-02-14',
    'yesterday',
    '0021-02-14',
    '',
  ])('%j is none', (text) => {
    expect(parseDay(text)).toBeNull()
  })

  test('is found or not, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const day = parseDay(text)
        if (day !== null) expect(formatDay(day)).toBe(text)
      }),
    )
  })
})

test('a day is the one in which a moment lies in UTC, also before 1970', () => {
  expect(dayOf(Date.UTC(2021, 1, 14, 23, 59, 59) / 1_000)).toBe(parseDay('2021-02-14'))
  expect(dayOf(-1)).toBe(-1)
  expect(dateOf(-1).toISOString()).toBe('1969-12-31T00:00:00.000Z')
})

describe('a month of the calendar', () => {
  test('has each of its days once, in order, under its weekday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (day, firstWeekday) => {
        const month = monthOf(day)
        const weeks = weeksOf(month, firstWeekday)
        const days = weeks.flat().filter((each) => each !== null)
        expect(days[0]).toBe(month.first)
        expect(days.at(-1)).toBe(month.last)
        expect(days).toContain(day)
        expect(days).toEqual(days.map((_, index) => month.first + index))
        for (const week of weeks) {
          expect(week).toHaveLength(7)
          expect(week.some((each) => each !== null)).toBe(true)
          for (const [column, each] of week.entries()) {
            if (each === null) continue
            expect(dateOf(each).getUTCDay() % 7).toBe((firstWeekday + column) % 7)
          }
        }
      }),
    )
  })

  test('knows leap years', () => {
    const february = monthOf(parseDay('2024-02-10') ?? 0)
    expect([formatDay(february.first), formatDay(february.last)]).toEqual([
      '2024-02-01',
      '2024-02-29',
    ])
  })
})

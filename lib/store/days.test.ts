import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monthOf, MOST_COUNTED, parseDay } from '@/lib/days'
import { type Database } from '@/lib/db/client'
import {
  dayAfterSql,
  dayBeforeSql,
  daysOfMonthSql,
  findDayAfter,
  findDayBefore,
  listDaysOf,
  listStoriesOf,
  storiesOfDaySql,
} from './days'
import { createTestDatabase } from './test-database'
import { planOf } from './test-plans'
import { fillStore } from './test-store'

let database: Database
let close: () => Promise<void>
beforeAll(async () => ({ database, close } = await createTestDatabase()))
afterAll(() => close())

const day = (name: string) => parseDay(name) ?? 0
const today = day('2026-11-22')
/** Stories on the busiest day. */
const BUSY = 1_200
const neutral = { quality: 60, heat: 60 }

describe('the days of a small store', () => {
  beforeAll(() =>
    // The newest moment is noon of 22 November.
    fillStore(database, [
      { ...neutral, age: 1 },
      { age: 2, quality: 90, heat: 110 },
      { age: 12, quality: 50, heat: 50 },
      { age: 12.1, quality: null, heat: null },
      { age: 13, ...neutral, published: false },
      { age: 500, ...neutral },
    ]),
  )

  test('have their stories in the order of the top feed, and only their own', async () => {
    const titles = async (of: number, limit = 30) =>
      (await listStoriesOf(database, of, limit)).map(({ title }) => title)
    expect(await titles(today)).toEqual(['Story 1', 'Story 0', 'Story 2'])
    expect(await titles(today, 1)).toEqual(['Story 1'])
    expect(await titles(today - 1)).toEqual(['Story 3'])
    expect(await titles(today - 2)).toEqual([])
  })

  test('stand in the calendar with how many stories they have and the hottest of them', async () => {
    expect(await listDaysOf(database, monthOf(today))).toEqual([
      { day: day('2026-11-01'), stories: 1, heat: 60 },
      { day: today - 1, stories: 1, heat: null },
      { day: today, stories: 3, heat: 110 },
    ])
    expect(await listDaysOf(database, monthOf(day('2026-10-01')))).toEqual([])
  })

  test('lead to the nearest others that have stories', async () => {
    expect(await findDayBefore(database, null)).toBe(today)
    expect(await findDayBefore(database, today)).toBe(today - 1)
    expect(await findDayBefore(database, today - 1)).toBe(day('2026-11-01'))
    expect(await findDayBefore(database, day('2026-11-01'))).toBeNull()
    expect(await findDayAfter(database, day('2026-11-10'))).toBe(today - 1)
    expect(await findDayAfter(database, today)).toBeNull()
  })
})

describe('however many stories there are', () => {
  beforeAll(async () => {
    // A busy day after many quiet ones.
    const samples = Array.from({ length: 5_700 }, (_, n) => ({
      age: n < BUSY ? n * 0.01 : 12.1 + (n - BUSY) * 0.24,
      quality: (n * 7) % 101,
      heat: (n * 13) % 157,
      topics: [n % 3],
    }))
    await fillStore(database, samples)
    const analyse = database.$provider() === 'sqlite' ? 'ANALYZE' : 'VACUUM ANALYZE'
    await database.$executeRawUnsafe(analyse)
  })

  test.each([
    ['the stories of a day', storiesOfDaySql(today - 9, 30)],
    ['the days of a month', daysOfMonthSql(monthOf(today))],
    ['the newest day', dayBeforeSql(null)],
    ['the day before', dayBeforeSql(today)],
    ['the day after', dayAfterSql(today - 2)],
  ])('%s are found by an index of days', async (_, query) => {
    const { reads } = await planOf(database, query)
    expect(reads).not.toEqual([])
    for (const { by } of reads) expect(by).toMatch(/^FeedEntry_topicId_day_/)
  })

  test.each([
    ['the days of a month', daysOfMonthSql(monthOf(today))],
    ['the newest day', dayBeforeSql(null)],
    ['the day before', dayBeforeSql(today)],
    ['the day after', dayAfterSql(today - 2)],
  ])('for %s nothing is sorted', async (_, query) => {
    expect((await planOf(database, query)).sortsEntries).toBe(false)
  })

  test('a day’s are counted up to a bound', async () => {
    const counts = (await listDaysOf(database, monthOf(today))).map(({ stories }) => stories)
    expect(BUSY).toBeGreaterThan(MOST_COUNTED)
    expect(counts.at(-1)).toBe(MOST_COUNTED)
    expect(counts.at(-9)).toBe(100)
  })
})

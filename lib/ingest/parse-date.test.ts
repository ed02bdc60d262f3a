import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfName, hasImpossibleYear, isDoubtful, parseDate } from './parse-date'

test.each([
  ['2021-02-14T15:21:00Z', '2021-02-14T15:21:00.000Z'],
  ['2021-02-14T15:21:00+03:00', '2021-02-14T12:21:00.000Z'],
  ['2021-02-14T15:21:00.25-0530', '2021-02-14T20:51:00.250Z'],
  ['2021-02-14 15:21:00 +0200', '2021-02-14T13:21:00.000Z'],
  ['2021-02-14T15:21', '2021-02-14T15:21:00.000Z'],
  ['2021-02-14', '2021-02-14T00:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
])('%s is %s', (text, iso) => {
  expect(parseDate(text)?.toISOString()).toBe(iso)
})

test.each([
  '',
  'yesterday',
  '2021-02-30',
  '2023-02-29',
  '2021-13-01',
  '2021-02-14T25:00:00Z',
  '2021-02-14T24:00:00Z',
  '2021-02-14T10:00:00+15:00',
  '2016-12-31T23:59:60Z',
  '2021-02-14T10:00:00-14:01',
  '14/02/2021',
  '21-02-14',
  '1-1-1',
  '0000-01-01',
  '0206-11-20T09:00:00Z',
  '0999-12-31',
  '1000-01-01T00:00:00+14:00',
  '9999-12-31T23:00:00-05:00',
  '20266-11-20',
  '+020266-11-20',
  '2021',
])('"%s" is no date', (text) => {
  expect(parseDate(text)).toBeNull()
})

test('every date that is written as ISO 8601 is read as it was', () => {
  const dates = fc.date({
    min: new Date('1000-01-01'),
    max: new Date('9999-12-31'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(dates, (date) => {
      expect(parseDate(date.toISOString())).toEqual(date)
    }),
  )
})

test('a file name tells the day, where it begins with one', () => {
  expect(dayOfName('2021-02-14-police.md')).toBe('2021-02-14')
  expect(dayOfName('police-2021-02-14.md')).toBeNull()
  expect(dayOfName('2021-02-141.md')).toBeNull()
  expect(dayOfName('0206-11-20-slip.md')).toBeNull()
})

test.each([
  ['0206-11-20', true],
  ['0000-01-01T00:00:00Z', true],
  ['20266-11-20', true],
  ['2026-11-20', false],
  ['2026-02-30', false],
  ['yesterday', false],
])('%s is refused for its year alone: %s', (text, expected) => {
  expect(hasImpossibleYear(text)).toBe(expected)
})

test.each([
  ['1899-12-31', true],
  ['1900-01-01', false],
  ['2026-11-20', false],
  ['2031-12-31', false],
  ['2032-01-01', true],
  ['2062-11-20', true],
])('the year of %s is doubtful in 2026: %s', (text, expected) => {
  expect(isDoubtful(new Date(text), new Date('2026-11-20'))).toBe(expected)
})

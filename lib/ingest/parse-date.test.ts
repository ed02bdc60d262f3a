import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfName, parseDate } from './parse-date'

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
  '14/02/2021',
  '2021',
])('"%s" is no date', (text) => {
  expect(parseDate(text)).toBeNull()
})

test('every date that is written as ISO 8601 is read as it was', () => {
  const dates = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, (date) => {
      expect(parseDate(date.toISOString())).toEqual(date)
    }),
  )
})

test('a file name tells the day, where it begins with one', () => {
  expect(dateOfName('2021-02-14-police.md')).toEqual(new Date('2021-02-14T00:00:00Z'))
  expect(dateOfName('police-2021-02-14.md')).toBeNull()
  expect(dateOfName('2021-02-141.md')).toBeNull()
})

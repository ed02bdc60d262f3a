import { expect, test } from 'vitest'
import { openDatabase } from './client'
import { explainError } from './explain-error'

test('a server that does not answer is told with what to check, and no code', async () => {
  const database = openDatabase('postgres://me:secret@127.0.0.1:1/hotsheet')
  const error: unknown = await database.meta.findFirst().catch((reason: unknown) => reason)
  const told = explainError(error)
  expect(told).toContain('127.0.0.1:1')
  expect(told).toContain('is DATABASE_URL its address?')
  expect(told).not.toMatch(/findFirst|secret|\n/)
  await database.$close()
})

test('any other error is told in its own words', () => {
  expect(explainError(new Error('No such file.'))).toBe('No such file.')
})

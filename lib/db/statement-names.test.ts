import { expect, test } from 'vitest'
import { ONE_PLAN, statementNamer } from './statement-names'

const URL = 'postgres://localhost/x'
const kept = (text: string) => `${ONE_PLAN} ${text}`

test('a statement of one plan has a name, the same for the same text only', () => {
  const nameOf = statementNamer(URL)
  const [name, again, other] = ['a', 'a', 'b'].map((text) => nameOf(kept(text)))
  expect(name).toMatch(/^hotsheet_/)
  expect(again).toBe(name)
  expect(other).not.toBe(name)
})

test('a statement whose plan depends on its values has none', () => {
  expect(statementNamer(URL)('SELECT 1')).toBeUndefined()
})

test('behind a pooler that forgets names there are none', () => {
  expect(statementNamer(`${URL}?pgbouncer=true`)(kept('a'))).toBeUndefined()
})

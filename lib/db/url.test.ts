import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { databaseFile, databaseUrl } from './url'

describe('DATABASE_URL', () => {
  it.each([undefined, '', '  '])('left out (%j) means the default file', (value) => {
    expect(databaseUrl(value)).toBe(`file:${path.resolve('data/hotsheet.db')}`)
  })

  it.each([
    ['file:x.db', path.resolve('x.db')],
    ['file:./data/x.db', path.resolve('data/x.db')],
    ['file:/srv/x.db', '/srv/x.db'],
    ['file:///srv/x.db', '/srv/x.db'],
    ['file:/srv/a b/é.db', '/srv/a b/é.db'],
  ])('%s is the file %s', (value, file) => {
    expect(databaseFile(databaseUrl(value))).toBe(file)
  })

  it.each(['postgres://localhost/x', 'x.db', 'file:', 'file:data/', 'sqlite:x.db'])(
    '%s is refused, with what was found and an example',
    (value) => {
      expect(() => databaseUrl(value)).toThrow(value)
      expect(() => databaseUrl(value)).toThrow('file:data/hotsheet.db')
    },
  )
})

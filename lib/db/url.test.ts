import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { databaseFile, databaseProvider, databaseUrl, poolSize, replicaUrls } from './url'

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

  it.each(['mysql://localhost/x', 'x.db', 'file:', 'file:data/', 'sqlite:x.db'])(
    '%s is refused, with what was found and an example',
    (value) => {
      expect(() => databaseUrl(value)).toThrow(value)
      expect(() => databaseUrl(value)).toThrow('file:data/hotsheet.db')
    },
  )

  it.each(['postgres://localhost/x', 'postgresql://a:b@db.example:5433/x?sslmode=require'])(
    '%s is PostgreSQL, taken as it is',
    (value) => {
      expect(databaseUrl(value)).toBe(value)
      expect(databaseProvider(databaseUrl(value))).toBe('postgresql')
      expect(databaseProvider(databaseUrl('file:x.db'))).toBe('sqlite')
    },
  )

  it.each(['postgres://localhost', 'postgres://me:pa/ss@host/', 'postgres://'])(
    '%s without a database is refused, and its password is not told',
    (value) => {
      expect(() => databaseUrl(value)).toThrow('postgres://user:password@host:5432/hotsheet')
      expect(() => databaseUrl(value)).not.toThrow('pa/ss')
    },
  )
})

describe('DATABASE_POOL_SIZE', () => {
  it('left out means 10 connections', () => {
    expect([undefined, '', '25'].map((value) => poolSize(value))).toEqual([10, 10, 25])
  })

  it.each(['0', '-1', '1.5', 'many', '1001'])('%s is refused', (value) => {
    expect(() => poolSize(value)).toThrow(`DATABASE_POOL_SIZE is "${value}"`)
  })
})

describe('DATABASE_REPLICA_URLS', () => {
  const primary = 'postgres://db.example/x'

  it('left out means none; several are separated by commas', () => {
    expect(replicaUrls(undefined, 'file:/x.db')).toEqual([])
    expect(replicaUrls('', primary)).toEqual([])
    expect(replicaUrls(' postgres://a/x, postgresql://b/x ,', primary)).toEqual([
      'postgres://a/x',
      'postgresql://b/x',
    ])
  })

  it.each(['file:x.db', 'postgres://a/x,postgres://me:secret@b', 'nothing'])(
    '%s is refused with an example, and no password is told',
    (value) => {
      expect(() => replicaUrls(value, primary)).toThrow(
        /DATABASE_REPLICA_URLS.*postgres:\/\/user:password@host:5432\/hotsheet/,
      )
      expect(() => replicaUrls(value, primary)).not.toThrow('secret')
    },
  )

  it('without PostgreSQL is refused', () => {
    expect(() => replicaUrls('postgres://a/x', 'file:/x.db')).toThrow(
      'only PostgreSQL has replicas',
    )
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PrismaClient } from './generated/client'
import { SqliteAdapter } from './sqlite-adapter'

const folder = mkdtempSync(path.join(tmpdir(), 'hotsheet-statements-'))
const open = () =>
  new PrismaClient({ adapter: new SqliteAdapter({ url: `file:${path.join(folder, 'a.db')}` }) })
const database = open()
const other = open()

beforeAll(async () => {
  await database.$executeRaw`CREATE TABLE "Word" ("id" INTEGER PRIMARY KEY, "text" TEXT)`
})
afterAll(async () => {
  await Promise.all([database.$disconnect(), other.$disconnect()])
  rmSync(folder, { recursive: true })
})

const insert = (text: string | null) =>
  database.$executeRaw`INSERT INTO "Word" ("text") VALUES (${text})`
const find = (text: string) =>
  database.$queryRaw<{ text: string }[]>`SELECT * FROM "Word" WHERE "text" = ${text}`

describe('a kept statement', () => {
  it('runs with the values of each call', async () => {
    for (const text of ['one', 'two', null]) expect(await insert(text)).toBe(1)
    expect(await find('one')).toMatchObject([{ text: 'one' }])
    expect(await find('two')).toMatchObject([{ text: 'two' }])
    expect(await find('three')).toEqual([])
  })

  it('sees columns that another process has added', async () => {
    expect(await find('one')).toEqual([{ id: 1, text: 'one' }])
    await other.$executeRaw`ALTER TABLE "Word" ADD COLUMN "more" TEXT DEFAULT 'more'`
    expect(await find('one')).toEqual([{ id: 1, text: 'one', more: 'more' }])
  })

  it('works again after it failed, and after a transaction was taken back', async () => {
    const twice = (id: number) => database.$executeRaw`INSERT INTO "Word" ("id") VALUES (${id})`
    await expect(twice(1)).rejects.toThrow()
    const taken = database.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO "Word" ("id") VALUES (${90})`
      throw new Error('no')
    })
    await expect(taken).rejects.toThrow('no')
    expect(await twice(90)).toBe(1)
  })
})

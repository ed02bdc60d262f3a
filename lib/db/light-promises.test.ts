import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from './client'

const folder = mkdtempSync(path.join(tmpdir(), 'hotsheet-promises-'))
const database = openDatabase(`file:${path.join(folder, 'a.db')}`)

beforeAll(async () => {
  await database.$executeRaw`CREATE TABLE "Meta" ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL)`
})
afterAll(async () => {
  await database.$disconnect()
  rmSync(folder, { recursive: true })
})

const create = (key: string) => database.meta.create({ data: { key, value: 'x' } })
const keys = async () => (await database.meta.findMany()).map(({ key }) => key).sort()

describe('a query', () => {
  it('is asked when somebody waits for it, and once however many do', async () => {
    const asleep = create('asleep')
    expect(await keys()).not.toContain('asleep')
    const [one, other] = await Promise.all([asleep, asleep.then((row) => row)])
    expect(other).toBe(one)
    expect(await keys()).toContain('asleep')
  })

  it('tells of its failure to whoever waits', async () => {
    await create('twice')
    await expect(create('twice')).rejects.toThrow()
    expect(await create('twice').catch(() => 'caught')).toBe('caught')
  })

  it('is a part of a transaction with others: all are done, or none', async () => {
    await database.$transaction([create('a'), create('b')])
    await expect(database.$transaction([create('c'), create('a')])).rejects.toThrow()
    expect(await keys()).toEqual(expect.arrayContaining(['a', 'b']))
    expect(await keys()).not.toContain('c')
  })

  it('keeps its result in no hidden class, which only a full collection would free', () => {
    const asked = create('one')
    expect(Object.getOwnPropertyDescriptor(asked, 'spec')).toHaveProperty('value')
  })
})

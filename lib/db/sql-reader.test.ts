import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, provider, type TestDatabase } from '@/lib/store/test-database'
import { Prisma } from './generated/client'
import { openDatabase } from './client'

let test: TestDatabase

beforeAll(async () => {
  test = await createTestDatabase()
  await test.database.article.create({
    data: {
      publicId: 'a',
      canonicalUrl: 'https://a.example/',
      title: 'A “quoted” title',
      publishedAt: new Date('2026-11-05T06:07:08.090Z'),
      rank: 1_794_000_000n,
      published: false,
    },
  })
})
afterAll(() => test.close())

const all = <Row>(query: Prisma.Sql) => test.database.$all<Row>(query)

describe('reading past Prisma', () => {
  it('gives text, numbers, null and times alike on both databases', async () => {
    const [row] = await all<Record<string, unknown>>(Prisma.sql`
      SELECT "title", "rank", "quality", "publishedAt", COUNT(*) OVER () AS "count" FROM "Article"`)
    const { publishedAt, ...others } = row ?? {}
    expect(others).toEqual({
      title: 'A “quoted” title',
      rank: 1_794_000_000,
      quality: null,
      count: 1,
    })
    expect(new Date(String(publishedAt)).toISOString()).toBe('2026-11-05T06:07:08.090Z')
  })

  it('takes times, booleans and large integers as values', async () => {
    const at = new Date('2026-11-05T06:07:08.090Z')
    const find = (time: Date, published: boolean) =>
      all(Prisma.sql`SELECT 1 FROM "Article"
        WHERE "publishedAt" = ${time} AND "published" = ${published} AND "rank" = ${1_794_000_000n}`)
    expect(await find(at, false)).toHaveLength(1)
    expect(await find(at, true)).toHaveLength(0)
    expect(await find(new Date(+at + 1), false)).toHaveLength(0)
  })

  it('sees at once what was written through Prisma, also by another process', async () => {
    const titles = () => all<{ title: string }>(Prisma.sql`SELECT "title" FROM "Topic", "Article"`)
    expect(await titles()).toEqual([])
    const other = openDatabase(test.url)
    await other.topic.create({ data: { slug: 'ai', name: 'AI' } })
    await other.$close()
    expect(await titles()).toHaveLength(1)
  })

  it.runIf(provider === 'sqlite')('never writes', async () => {
    await expect(all(Prisma.sql`DELETE FROM "Meta" RETURNING "key"`)).rejects.toThrow(/readonly/)
  })
})

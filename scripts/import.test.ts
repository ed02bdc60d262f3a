import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importDocuments } from '@/lib/ingest/import-documents'
import { createTestDatabase, type TestDatabase } from '@/lib/store/test-database'
import { dump, NOW } from '@/lib/store/write/test-store'
import { writeDocuments } from '@/test/support/generated-documents'

let store: TestDatabase
let inbox: string

beforeEach(async () => {
  store = await createTestDatabase()
  inbox = path.join(store.folder, 'inbox')
  await mkdir(inbox)
})
afterEach(async () => store.close())

function start(args: string[], url = store.url): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/import.ts', ...args], {
    env: { ...process.env, DATABASE_URL: url },
  })
}

async function finish(child: ChildProcess) {
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk) => (out += String(chunk)))
  child.stderr?.on('data', (chunk) => (err += String(chunk)))
  await once(child, 'close')
  return { code: child.exitCode, out, err }
}

const run = (...args: string[]) => finish(start(args))

/** Waits until the import has stored more than so many documents, or has ended. */
async function storesMoreThan(count: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && (await store.database.document.count()) <= count) await sleep(5)
}

describe('the exit code', () => {
  test('is 0 when all went in', async () => {
    await writeFile(path.join(inbox, '2026-10-01-a.md'), '---\ntitle: A\n---\n')
    const { code, out } = await run(inbox)
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^1 document: 1 added\. \(\d+\.\d s\)\n$/m),
    ])
  })

  test('is 1 when something was refused, and a line says where and why', async () => {
    await writeFile(path.join(inbox, '2026-10-01-a.md'), '---\ntitle: A\nheat: hot\n---\n')
    const { code, err } = await run(inbox)
    expect(code).toBe(1)
    expect(err).toContain('2026-10-01-a.md:3: heat: found the text "hot", expected a whole number.')
  })

  test('is 1 when an entry of the folder was refused, and the others go in', async () => {
    await writeFile(path.join(inbox, '2026-10-01-a.md'), '---\ntitle: A\n---\n')
    await symlink('/no/such/place/kelp.md', path.join(inbox, 'kelp.md'))
    execFileSync('mkfifo', [path.join(inbox, 'pipe.md')])
    const { code, out, err } = await run(inbox)
    expect([code, out]).toEqual([1, expect.stringContaining('2 refused')])
    expect(err).toContain('kelp.md: found a link to something that is not there, expected')
    expect(err).toContain('pipe.md: found a named pipe, expected a regular file.')
    expect(await store.database.document.count()).toBe(1)
  })

  test('is 1 when --prune would remove many, which --prune=force does', async () => {
    for (let n = 0; n < 30; n++) {
      await writeFile(path.join(inbox, `2026-10-01-${n}.md`), `---\ntitle: Story ${n}\n---\n`)
    }
    await importDocuments(store.database, [inbox], { now: NOW })
    const one = path.join(inbox, '2026-10-01-0.md')
    const { code, err } = await run(one, '--prune')
    expect([code, err]).toEqual([1, expect.stringContaining('--prune would remove 29 of 30')])
    expect(err.match(/not removed: /g)).toHaveLength(20)
    expect(err).toContain('and 9 more; --json names them all')
    const dry = await run('--prune', '--dry-run', '--json', one)
    expect(JSON.parse(dry.out)).toMatchObject({ removed: [], heldBack: { names: { length: 29 } } })
    expect(await store.database.document.count()).toBe(30)
    expect((await run('--prune=force', one)).code).toBe(0)
    expect(await store.database.document.count()).toBe(1)
  })

  test.each([[['--dry']], [['nowhere']], [['--prune=yes']]])(
    'is 2 for bad usage: %s',
    async (args) => {
      expect((await run(...args)).code).toBe(2)
    },
  )

  test('is 3 where the database is not migrated, and a line says what to do', async () => {
    const { code, err } = await finish(start([inbox], `file:${path.join(store.folder, 'new.db')}`))
    expect([code, err]).toEqual([3, expect.stringContaining('Run npm run migrate.')])
  })
})

test('--json writes one report', async () => {
  await writeFile(path.join(inbox, '2026-10-01-a.md'), '---\ntitle: A\n---\n')
  const { out } = await run(inbox, '--json')
  expect(JSON.parse(out)).toMatchObject({ added: ['2026-10-01-a.md'], problems: [], total: 1 })
})

test('an older version’s database is told to be migrated, and nothing is written', async () => {
  await store.database.$executeRaw`ALTER TABLE "Article" DROP COLUMN "hasDocument"`
  const { code, err } = await run(inbox)
  expect([code, err]).toEqual([3, expect.stringContaining('Run npm run migrate.')])
})

describe('an import that is interrupted', () => {
  test('by Ctrl-C ends its transaction, says how far it got and exits with 130', async () => {
    await writeDocuments(inbox, 1_500)
    const child = start([inbox])
    const finished = finish(child)
    await storesMoreThan(0, child)
    child.kill('SIGINT')
    const { code, out } = await finished
    expect([code, out]).toEqual([
      130,
      expect.stringMatching(/^Stopped after \d+ of 1500 documents: /m),
    ])
    expect((await store.database.document.count()) % 200).toBe(0)
  })

  test('by kill -9, again and again, is completed by the next', async () => {
    await writeDocuments(inbox, 1_000)
    for (let round = 0; round < 3; round++) {
      const stored = await store.database.document.count()
      const child = start([inbox])
      const finished = finish(child)
      await storesMoreThan(stored, child)
      // Somewhere in one of the next transactions, or between two.
      await sleep(Math.random() * 300)
      child.kill('SIGKILL')
      await finished
    }
    expect((await run(inbox)).code).toBe(0)
    const whole = await createTestDatabase()
    await importDocuments(whole.database, [inbox], { now: NOW })
    expect(await dump(store.database)).toEqual(await dump(whole.database))
    await whole.close()
  })
})

test('two imports at once do not get in each other’s way', async () => {
  await writeDocuments(inbox, 300)
  const results = await Promise.all([run(inbox), run(inbox), run(inbox)])
  for (const { code, err } of results) expect([code, err]).toEqual([0, ''])
  expect(await store.database.document.count()).toBe(300)
})

import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/store/test-database'
import { listTopics } from '@/lib/store/topics'
import { dump, NOW } from '@/lib/store/write/test-store'
import { importDocuments } from './import-documents'

let store: TestDatabase
let inbox: string

beforeEach(async () => {
  store = await createTestDatabase()
  inbox = path.join(store.folder, 'inbox')
  await mkdir(inbox)
})
afterEach(() => store.close())

/** Imports a document for each name of a topic; others replace those of the same place. */
async function importTopics(names: string[], more = ''): Promise<void> {
  const documents = names.map((topic, index) =>
    writeFile(
      path.join(inbox, `${index}.md`),
      `---\ntitle: Story ${index}\npublishedDateTime: 2026-10-20\ntopics: ["${topic}"]\n${more}---\n`,
    ),
  )
  await Promise.all(documents)
  await importDocuments(store.database, [inbox], { now: NOW })
}

const topics = async () =>
  (await listTopics(store.database)).map(({ slug, name, count }) => [slug, name, count])

test('a topic is called what most documents call it, without a leading #', async () => {
  await importTopics(['Climate', 'CLIMATE', '#Climate', 'Climate', 'climate', '#climate', '#'])
  expect(await topics()).toEqual([['climate', 'Climate', 6]])
})

test('its name follows when others are in the majority, and when stories are withdrawn', async () => {
  await importTopics(['Climate', 'CLIMATE', 'CLIMATE'])
  expect(await topics()).toEqual([['climate', 'CLIMATE', 3]])
  await importTopics(['Climate', 'Climate'])
  expect(await topics()).toEqual([['climate', 'Climate', 3]])
  await importTopics(['Climate', 'Climate'], 'published: false\n')
  expect(await topics()).toEqual([['climate', 'CLIMATE', 1]])
})

test('of spellings that are equally common the first is taken', async () => {
  await importTopics(['climate', 'Climate'])
  expect(await topics()).toEqual([['climate', 'Climate', 2]])
})

test('.NET and Net are two topics, and C, C++ and C# are three', async () => {
  await importTopics(['.NET', 'Net', 'C', 'C++', 'C#'])
  expect(await topics()).toEqual([
    ['dot-net', '.NET', 1],
    ['c', 'C', 1],
    ['c-sharp', 'C#', 1],
    ['c-plus-plus', 'C++', 1],
    ['net', 'Net', 1],
  ])
})

test('an upgrade names and separates the topics of what is stored', async () => {
  await importTopics(['.NET', 'Net', 'NET', 'Net'])
  const before = await dump(store.database)
  // As an older version has left them.
  const { id } = await store.database.topic.findUniqueOrThrow({ where: { slug: 'net' } })
  await store.database.articleTopic.updateMany({ data: { topicId: id } })
  await store.database.feedEntry.updateMany({
    where: { topicId: { gt: 0 } },
    data: { topicId: id },
  })
  await store.database.topicSpelling.deleteMany()
  await store.database.topic.delete({ where: { slug: 'dot-net' } })
  await store.database.topic.update({ where: { id }, data: { name: '.NET', articleCount: 4 } })
  await store.database.article.updateMany({ data: { publishedDay: false } })
  await store.database.meta.update({ where: { key: 'rules' }, data: { value: '4' } })
  await importDocuments(store.database, [inbox], { now: NOW })
  expect(await dump(store.database)).toEqual(before)
})

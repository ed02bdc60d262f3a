import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { parse } from 'yaml'
import { canonicalUrl } from '@/lib/canonical-url'
import { publicIdOf } from '@/lib/public-id'
import { expect, test } from './reader'

interface Matter {
  title: string
  published?: boolean
  secured?: string
  webUrl?: string
}

/** The front matter of every document that the server has imported, but the plain ones. */
async function readDocuments(): Promise<Matter[]> {
  const folders = ['seeds', 'e2e/documents']
  const documents = await Promise.all(
    folders.map(async (folder) => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.md'))
      const texts = await Promise.all(
        names.map((name) => readFile(path.join(folder, name), 'utf8')),
      )
      return texts.map((text) => parse(text.split(/^---$/m)[1] ?? '') as Matter)
    }),
  )
  return documents.flat()
}

/** What no reader may see in any answer. */
async function secrets(): Promise<string[]> {
  const documents = await readDocuments()
  const ciphertexts = documents.flatMap(({ secured }) => secured?.split(';') ?? [])
  const withheld = documents.filter(({ published }) => published === false)
  expect(ciphertexts.length).toBeGreaterThan(1)
  expect(withheld.length).toBeGreaterThan(0)
  return [
    ...ciphertexts,
    ...withheld.map(({ title }) => title),
    'Withheld',
    'withheld.example',
    '"secured"',
    '\\"secured\\"',
  ]
}

/** Files, plain older stories with their topics, and choices of topics: what one shows, all show. */
const oneOfMany = /\.(woff2|css|svg|ico)|\/older-story-number|\/archive-|\/topics\?/

/** Follows the links of the site's pages and gives what each address answered. */
async function crawl(request: APIRequestContext, limit: number): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  const known = new Set(['/', '/topics', '/topics?all=climate', '/search?q=the', '/nothing'])
  known.add('/api/articles?limit=100')
  known.add('/api/articles?q=withheld').add('/api/suggestions?q=withheld')
  // What is added to a set while it is walked is walked as well.
  for (const url of known) {
    if (answers.size >= limit) break
    const [page, payload] = await Promise.all([
      request.get(url),
      request.get(url, { headers: { rsc: '1' } }),
    ])
    const text = await page.text()
    answers.set(url, text).set(`${url} (payload)`, await payload.text())
    for (const [, link = ''] of text.matchAll(/(?:href|src)="(\/[^"]*)"/g)) {
      if (!oneOfMany.test(link)) known.add(link.replaceAll('&amp;', '&'))
    }
  }
  return answers
}

test('no page, source, payload or answer holds what is withheld', async ({ request }) => {
  test.setTimeout(120_000)
  const hidden = await secrets()
  const answers = await crawl(request, 300)
  expect(answers.size).toBeGreaterThan(250)
  const leaks = [...answers].flatMap(([url, text]) =>
    hidden.filter((secret) => text.includes(secret)).map((secret) => `${url} holds "${secret}"`),
  )
  expect(leaks).toEqual([])
})

test('a withheld article has no page and no answer', async ({ request }) => {
  const withheld = (await readDocuments()).filter(({ published }) => published === false)
  for (const { webUrl } of withheld) {
    const id = publicIdOf(canonicalUrl(webUrl ?? '') ?? '')
    expect((await request.get(`/articles/${id}`)).status()).toBe(404)
    expect((await request.get(`/api/articles/${id}`)).status()).toBe(404)
  }
  expect((await request.get('/topics/withheld-topic')).status()).toBe(404)
})

test('markup in a document is text, and runs nothing', async ({ page }) => {
  await page.goto('/topics/test-pieces')
  const markup = page.getByRole('link', { name: /^Markup <b>stays<\/b> text & <img/ })
  await expect(markup).toBeVisible()
  await page.goto((await markup.getAttribute('href')) ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<b>stays</b>')
  await expect(page.getByText("<script>document.title = 'injected'</script> is only")).toBeVisible()
  await expect(page).toHaveTitle(/^Markup <b>stays/)
})

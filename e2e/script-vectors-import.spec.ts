import type { Page } from '@playwright/test'
import { importSources, openWith } from './import-story'
import { expect, headlines, test } from './reader'
import { ADDRESSES, bodyOf, MARKUP } from './script-vectors'

/** Vectors per document. */
const PER_DOCUMENT = 9

/** A list in parts of equal length. */
function partsOf<Item>(list: Item[], count: number): Item[][] {
  const length = Math.ceil(list.length / count)
  return Array.from({ length: count }, (_, at) => list.slice(at * length, (at + 1) * length))
}

/** A document that holds vectors in every field. */
function documentOf(at: number, markup: string[], addresses: string[]): string {
  const [first = '', second = first] = markup
  const address = `https://vectors.example/${at}?${encodeURI(first)}`
  const fields = {
    title: first,
    excerpt: markup.join(' '),
    category: second,
    type: second,
    publishedDateTime: '2026-11-21T10:00:00Z',
    webUrl: `https://vectors.example/${at}?${second}`,
    ampWebUrl: address,
    provider: { name: second, domain: first },
    topics: ['Vectors', ...markup],
    images: [{ url: `/pictures/${encodeURIComponent(first)}.svg?${second}`, alt: first }],
    related: markup.map((text, index) => ({
      title: text,
      excerpt: text,
      webUrl: `${address}&${index}`,
      provider: { name: text },
      images: [`//vectors.example/${text}`],
    })),
  }
  // JSON is YAML, and hides no sign of a vector.
  return `---\n${JSON.stringify(fields)}\n---\n\n${bodyOf(markup, addresses)}\n`
}

/** Waits until the page has settled, then expects that nothing of it ran or could. */
async function expectHarmless(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  const dangerous = await page.evaluate(() => {
    const elements = [...document.querySelectorAll('body *')]
    const handlers = elements.filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on') || name === 'srcdoc'),
    )
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
      ({ protocol }) => !['http:', 'https:', 'mailto:'].includes(protocol),
    )
    const invented = document.querySelectorAll(
      'main :is(iframe, object, embed, base, meta, marquee)',
    )
    return [...handlers, ...links, ...invented].map(({ outerHTML }) => outerHTML)
  })
  expect(dangerous).toEqual([])
}

test('no script of a document runs, in whatever field it stands', async ({ page }) => {
  test.slow()
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const count = Math.ceil(MARKUP.length / PER_DOCUMENT)
  const addresses = partsOf(ADDRESSES, count)
  const documents = partsOf(MARKUP, count).map((markup, at) => [
    `2026-11-21-vectors-${at}.md`,
    documentOf(at, markup, addresses[at] ?? []),
  ])
  await importSources(Object.fromEntries(documents) as Record<string, string>)

  await openWith(page, '/topics/vectors', count)
  await expectHarmless(page)
  const hrefs = await headlines(page).evaluateAll((links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  )
  for (const href of hrefs) {
    const answer = await page.goto(href)
    expect(answer?.status()).toBe(200)
    await expect(page.locator('.body')).toBeVisible()
    await expectHarmless(page)
  }
  for (const text of MARKUP.slice(0, 12)) {
    await page.goto(`/search?q=${encodeURIComponent(text)}`)
    await expectHarmless(page)
  }
  expect(dialogs).toEqual([])
})

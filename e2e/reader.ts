import {
  test as base,
  expect,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test'
import type { ArticleSummary, FeedPage } from '@/lib/article'
import { isPolicyReport, watchPolicy } from './policy-reports'

interface Reader {
  /** Violations of security policies so far, in every page; any that is left fails the test. */
  policyReports: string[]
  /** Opens an empty page of a reader on another device. */
  openElsewhere: () => Promise<Page>
  /** Presses something as this reader does: with a finger, or with the mouse. */
  press: (target: Locator) => Promise<void>
}

/**
 * A reader whose browser reaches Hotsheet only, whose console must stay free of errors, and whose
 * browser has no security policy to enforce against the site's own code.
 */
export const test = base.extend<Reader>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from it what the fixture needs
  policyReports: async ({}, use) => {
    const reports: string[] = []
    await use(reports)
    expect(reports, 'violations of security policies').toEqual([])
  },
  context: async ({ context, policyReports }, use) => {
    await watchPolicy(context, policyReports)
    await use(context)
  },
  openElsewhere: async ({ browser, baseURL, policyReports }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({ baseURL })
      contexts.push(context)
      await watchPolicy(context, policyReports)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  page: async ({ page }, use) => {
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      // A status of 400 and above is what some tests ask for; a failed picture is not the page's fault,
      // nor is a line that is gone, where the router loads pages whole.
      const expected = /^Failed to (load resource|fetch RSC payload)/.test(message.text())
      if (message.type() !== 'error' || expected || isPolicyReport(message.text())) return
      problems.push(message.text())
    })
    await use(page)
    expect(problems, 'errors in the console').toEqual([])
  },
  press: async ({ hasTouch }, use) => {
    await use((target) => (hasTouch ? target.tap() : target.click()))
  },
})

export { expect }

/** The stories that are on the page, whole or shortened. */
export function stories(page: Page): Locator {
  return page.getByRole('main').locator('li[data-id]')
}

/** Their ids, in order. */
export function storyIds(page: Page): Promise<(string | null)[]> {
  return stories(page).evaluateAll((items) => items.map((item) => item.getAttribute('data-id')))
}

/** The links of their headlines. */
export function headlines(page: Page): Locator {
  return page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link')
}

/** Waits until the page answers to a press without being loaded anew. */
export async function whenAwake(page: Page): Promise<void> {
  // From then on, presses are no longer put by for later.
  await page.waitForFunction(() => !('pressedEarly' in window))
  // Parts of the page wake one after another, and leave the browser no rest before.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
}

/** Scrolls down, as a reader does, until so many stories are there. */
export async function scrollTo(page: Page, count: number): Promise<void> {
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    expect(await stories(page).count()).toBeGreaterThanOrEqual(count)
  }).toPass({ timeout: 20_000, intervals: [100] })
}

/** Comes to rest with a story in the middle of the view. @returns its headline, and what that says */
export async function restAt(page: Page, place: number): Promise<{ mine: Locator; title: string }> {
  const mine = headlines(page).nth(place)
  await mine.evaluate((link) => link.scrollIntoView({ block: 'center' }))
  const title = await mine.innerText()
  await page.waitForTimeout(300)
  return { mine, title }
}

/** The first stories of a feed, as the API gives them. */
export async function fromApi(page: Page, query: string, count: number): Promise<ArticleSummary[]> {
  const articles: ArticleSummary[] = []
  let cursor: string | null = ''
  while (cursor !== null && articles.length < count) {
    const parameters = new URLSearchParams(query)
    parameters.set('limit', '100')
    if (cursor) parameters.set('cursor', cursor)
    const response = await page.request.get(`/api/articles?${parameters}`)
    expect(response.status()).toBe(200)
    const feed = (await response.json()) as FeedPage
    articles.push(...feed.articles)
    cursor = feed.nextCursor
  }
  return articles.slice(0, count)
}

import type { Page } from '@playwright/test'
import type { ArticleDetail } from '@/lib/article'
import { expect, fromApi, headlines, stories, test } from './reader'

const FEED = '/topics/calendar-days'

async function openStory(page: Page): Promise<void> {
  await page.goto(FEED)
  await page.goto((await headlines(page).first().getAttribute('href')) ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ice road opens')
}

const byline = (page: Page) => page.getByRole('main').locator('.meta time').first()

for (const [zone, age] of [
  ['America/Los_Angeles', 'yesterday'],
  ['Asia/Tokyo', '2 days ago'],
  ['Pacific/Kiritimati', '2 days ago'],
] as const) {
  test.describe(`a story of a day without a time, read in ${zone}`, () => {
    test.use({ timezoneId: zone })

    test('is of that day in the list', async ({ page }) => {
      await page.clock.setFixedTime('2026-12-24T20:00:00Z')
      await page.goto(FEED)
      const time = stories(page).first().locator('time')
      await expect(time).toHaveText('5 Nov 2026')
      await expect(time).toHaveAttribute('datetime', '2026-11-05')
    })

    test('is told in days while it is young', async ({ page }) => {
      await page.clock.setFixedTime('2026-11-06T20:00:00Z')
      await page.goto(FEED)
      await expect(stories(page).first().locator('time')).toHaveText(age)
    })

    test('is of that day on its page, and no time is told', async ({ page }) => {
      await page.clock.setFixedTime('2026-12-24T20:00:00Z')
      await openStory(page)
      await expect(byline(page)).toHaveText('Thursday, 5 November 2026')
      await expect(byline(page)).toHaveAttribute('datetime', '2026-11-05')
      await page.getByText('When each source reported it').click()
      await expect(page.getByRole('table')).toContainText('6 Nov 2026')
      await expect(page.getByRole('table')).toContainText('+1 d')
      await expect(page.locator('.article-page')).not.toContainText(/\d\d:\d\d/)
    })
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, timezoneId: 'America/Los_Angeles' })

  test('the day is the same, in the list and on the page', async ({ page }) => {
    await page.goto(FEED)
    await expect(stories(page).first().locator('time')).toHaveText('5 Nov 2026')
    await openStory(page)
    await expect(byline(page)).toHaveText('Thursday, 5 November 2026')
  })
})

test('other programs get the day, and the story is filed under it', async ({ page }) => {
  const [story] = await fromApi(page, 'any=calendar-days', 1)
  expect(story?.publishedAt).toBe('2026-11-05')
  const response = await page.request.get(`/api/articles/${story?.id}`)
  const article = (await response.json()) as ArticleDetail
  expect(article.publishedAt).toBe('2026-11-05')
  expect(article.related[0]?.publishedAt).toBe('2026-11-06')
  await page.goto('/days/2026-11-05')
  await expect(headlines(page).filter({ hasText: 'Ice road opens' })).toHaveCount(1)
})

test('a story is nowhere before its publication date', async ({ page }) => {
  const response = await page.goto('/topics/embargoed')
  expect(response?.status()).toBe(404)
  expect(await fromApi(page, 'q=Zwischenbericht', 10)).toEqual([])
  await page.goto('/days/2030-12-31')
  await expect(page.getByRole('main')).not.toContainText('Zwischenbericht')
  const suggestions = await page.request.get('/api/suggestions?q=zwischen')
  expect(await suggestions.text()).not.toContain('embargo')
})

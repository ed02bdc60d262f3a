import type { Locator } from '@playwright/test'
import { expect, fromApi, restAt, scrollTo, stories, storyIds, test } from './reader'

test('the list goes on as I scroll, in the feed’s order, with nothing doubled', async ({
  page,
}) => {
  await page.goto('/')
  await scrollTo(page, 70)
  const seen = await storyIds(page)
  expect(new Set(seen).size).toBe(seen.length)
  const order = await fromApi(page, '', seen.length)
  expect(seen).toEqual(order.map((article) => article.id))
})

test('my place is kept on back, forward, back and reload', async ({ page, press }) => {
  await page.goto('/')
  await scrollTo(page, 60)
  const { mine, title } = await restAt(page, 47)
  const top = (link: Locator) => link.evaluate((element) => element.getBoundingClientRect().top)
  const place = await top(mine)
  const article = page.getByRole('heading', { level: 1, name: title })
  const inPlace = async () => {
    const link = page.getByRole('link', { name: title, exact: true }).first()
    await expect(link).toBeInViewport()
    expect(Math.abs((await top(link)) - place)).toBeLessThan(60)
  }

  await press(mine)
  await expect(article).toBeInViewport()
  await page.goBack()
  await expect(inPlace).toPass()
  await page.goForward()
  await expect(article).toBeVisible()
  await page.goBack()
  await expect(inPlace).toPass()
  await page.reload()
  await expect(inPlace).toPass()
})

test('my place is kept when the story that I left for is loaded anew', async ({ page, press }) => {
  await page.goto('/')
  await scrollTo(page, 60)
  const { mine, title } = await restAt(page, 45)
  await press(mine)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.waitForTimeout(1_500)
  await page.reload()
  await page.goBack()
  await expect(page.getByRole('link', { name: title, exact: true }).first()).toBeInViewport()
})

test('my place is kept when I read on through several stories and go back', async ({
  page,
  press,
}) => {
  await page.goto('/')
  await scrollTo(page, 30)
  const { mine, title } = await restAt(page, 20)
  await press(mine)
  const next = page
    .getByRole('navigation', { name: 'Stories in this feed' })
    .getByRole('link', { name: /^Next/ })
  for (let turn = 0; turn < 4; turn += 1) {
    const address = (await next.getAttribute('href')) ?? ''
    await press(next)
    await expect(page).toHaveURL(address)
  }
  for (let turn = 0; turn < 5; turn += 1) await page.goBack()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('link', { name: title, exact: true }).first()).toBeInViewport()
})

test('my place is kept when I come back from another site', async ({ page }) => {
  await page.goto('/')
  await scrollTo(page, 60)
  const { title } = await restAt(page, 45)
  await page.goto('about:blank')
  await page.goBack()
  await expect(page.getByRole('link', { name: title, exact: true }).first()).toBeInViewport()
})

// A phone has the longest way to go.
test(
  'hundreds of stories do not weigh the page down, and nothing moves',
  { tag: '@phone' },
  async ({ page }) => {
    test.slow()
    await page.goto('/')
    await page.evaluate(() => {
      const shifts: number[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = entry as PerformanceEntry & {
            value: number
            hadRecentInput: boolean
          }
          if (!hadRecentInput) shifts.push(value)
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    let most = 0
    while ((await stories(page).count()) < 300) {
      await page.evaluate(() => window.scrollBy(0, window.innerHeight * 2))
      await page.waitForTimeout(40)
      most = Math.max(most, await page.evaluate(() => document.querySelectorAll('*').length))
    }
    expect(most).toBeLessThanOrEqual(9_000)
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
    expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.001)
  },
)

import type { Page } from '@playwright/test'
import type { FeedPage } from '@/lib/article'
import { expect, headlines, test, whenAwake } from './reader'

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp, limit = 80): Promise<void> {
  for (let turn = 0; turn < limit; turn += 1) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (name.test(text.trim())) return
  }
  throw new Error(`Nothing called ${name} within ${limit} presses of Tab`)
}

test('the first press of Tab offers to skip to the stories', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the stories' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const inMain = await page.evaluate(() => Boolean(document.activeElement?.closest('main')))
  expect(inMain).toBe(true)
})

test('a story is opened and left again, and the focus is seen all the way', async ({ page }) => {
  await page.goto('/')
  await whenAwake(page)
  const title = await headlines(page).nth(1).innerText()
  await page.evaluate(() => document.querySelector<HTMLElement>('main')?.focus())
  await tabTo(page, new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`))
  const outline = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body)
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  })
  expect(outline, 'the focus has an outline').toBe(true)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  // I go on in the story, not behind everything that is seen.
  await expect(page.locator('main:focus')).toBeVisible()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => Boolean(document.activeElement?.closest('main')))).toBe(true)
  await page.goBack()
  await expect(headlines(page).nth(1)).toBeInViewport()
  await expect(headlines(page).nth(1)).toBeFocused()
})

test('“more” under a story leads to the other coverage of it', async ({ page }) => {
  await page.goto('/')
  await whenAwake(page)
  const more = page.locator('.stories a[href*="#related-"]').first()
  await more.focus()
  await page.keyboard.press('Enter')
  const coverage = page.locator('section[id^="related-"]:visible')
  await expect(coverage).toBeFocused()
  await expect(coverage.getByRole('heading', { level: 2 })).toBeInViewport()
})

test('asking for the last stories leaves me at the first of them', async ({ page }) => {
  let goOn = () => {}
  const asked = new Promise<void>((resolve) => (goOn = resolve))
  await page.route(/\/api\/articles\?/, async (route) => {
    const response = await route.fetch()
    const last = (await response.json()) as FeedPage
    await asked
    await route.fulfill({ json: { ...last, nextCursor: null } })
  })
  await page.goto('/topics/climate')
  await whenAwake(page)
  await page.getByRole('link', { name: 'Older stories' }).focus()
  await page.keyboard.press('Enter')
  goOn()
  await expect(page.locator('.feed-end')).toBeVisible()
  await expect(page.locator('.stories h2 a:focus')).toHaveCount(1)
})

test('topics and sorts are reached and chosen', async ({ page }) => {
  await page.goto('/')
  await whenAwake(page)
  await tabTo(page, /^Climate/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/topics/climate')
  await whenAwake(page)
  await tabTo(page, /^Latest$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/topics/climate?sort=latest')
  const latest = page
    .getByRole('navigation', { name: 'Sort' })
    .getByRole('link', { name: 'Latest' })
  await expect(latest).toHaveAttribute('aria-current', 'page')
})

test('older stories come on Enter', async ({ page }) => {
  await page.goto('/')
  await whenAwake(page)
  const older = page.getByRole('link', { name: 'Older stories' })
  const before = await headlines(page).count()
  await older.focus()
  await page.keyboard.press('Enter')
  await expect(async () => expect(await headlines(page).count()).toBeGreaterThan(before)).toPass()
  // I go on with what I asked for; stories that come by themselves leave my focus where it is.
  await expect(page.locator('.stories h2 a:focus')).toHaveCount(1)
})

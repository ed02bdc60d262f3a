import { expect, scrollTo, stories, test, whenAwake } from './reader'

test('it says what it loaded', async ({ page }) => {
  await page.goto('/')
  await scrollTo(page, 30)
  await expect(page.getByRole('status').filter({ hasText: /more stories loaded/ })).toHaveText(
    /^\d+ more stories loaded, \d+ in all\.$/,
  )
})

test('a feed that did not arrive says so, and trying again goes on', async ({ page, press }) => {
  await page.goto('/')
  await whenAwake(page)
  await page.route('**/api/articles?**', (route) => route.abort())
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await expect(page.getByRole('alert').filter({ hasText: /did not arrive/ })).toBeVisible({
    // It has been tried several times by then.
    timeout: 20_000,
  })
  const before = await stories(page).count()
  await page.unroute('**/api/articles?**')
  await press(page.getByRole('link', { name: 'Try again' }))
  await expect(async () => expect(await stories(page).count()).toBeGreaterThan(before)).toPass()
})

test('the end is said', async ({ page }) => {
  await page.goto('/topics/test-pieces')
  await expect(page.getByText('That is everything.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Older stories' })).toHaveCount(0)
})

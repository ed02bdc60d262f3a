import { expect, headlines, test, whenAwake } from './reader'

/** A request that is never answered, as in a tunnel. */
const hang = () => new Promise<void>(() => undefined)

test('a story that does not come is left to the browser, which can be stopped', async ({
  page,
  press,
}) => {
  await page.clock.install()
  await page.route(
    ({ pathname, searchParams }) => pathname.startsWith('/articles/') && searchParams.has('_rsc'),
    hang,
  )
  await page.goto('/')
  await whenAwake(page)
  const title = await headlines(page).first().innerText()
  const loaded = page.waitForRequest((request) => request.isNavigationRequest())
  await press(headlines(page).first())
  await expect(page.locator('.pending-page')).toBeVisible()
  await page.clock.fastForward(11_000)
  await loaded
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('stories that do not come can be asked for again', async ({ page, press }) => {
  await page.clock.install()
  await page.route('**/api/articles?**', hang)
  await page.goto('/')
  await whenAwake(page)
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  const more = page.getByRole('link', { name: 'Older stories' })
  await expect(more).toHaveAttribute('aria-busy', 'true')
  await page.clock.fastForward(16_000)
  await expect(page.getByRole('alert').filter({ hasText: /did not arrive/ })).toBeVisible()
  const before = await headlines(page).count()
  await page.unroute('**/api/articles?**')
  await press(page.getByRole('link', { name: 'Try again' }))
  await expect(async () => expect(await headlines(page).count()).toBeGreaterThan(before)).toPass()
})

test('how long ago a story came goes on while I leave the page open', async ({ page }) => {
  await page.clock.install({ time: '2026-11-25T12:00:00Z' })
  await page.goto('/?sort=latest')
  await whenAwake(page)
  const age = page.locator('.stories time').filter({ hasText: 'days ago' }).first()
  const iso = (await age.getAttribute('datetime')) ?? ''
  const days = (text: string) => Number(/\d+/.exec(text)?.[0])
  const before = days(await age.innerText())
  await page.clock.fastForward('48:00:00')
  const same = page.locator(`.stories time[datetime="${iso}"]`).first()
  await expect(async () => expect(days(await same.innerText())).not.toBe(before)).toPass()
})

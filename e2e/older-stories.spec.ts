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

test('pictures are not fetched while I fly past them, and are there where I stop', async ({
  page,
}) => {
  await page.goto('/topics/archive')
  await whenAwake(page)
  const flownPast = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const begin = performance.now()
        let last = begin
        const ids = new Set<string | undefined>()
        const fly = (now: number) => {
          // Six screens of a phone a second.
          window.scrollBy({ top: (now - last) * 5, behavior: 'instant' })
          last = now
          for (const story of document.querySelectorAll<HTMLElement>(
            '.story:has(.picture:empty)',
          )) {
            const { top, bottom } = story.getBoundingClientRect()
            if (bottom > 0 && top < innerHeight) ids.add(story.dataset.id)
          }
          if (now - begin < 2_000) requestAnimationFrame(fly)
          else resolve(ids.size)
        }
        requestAnimationFrame(fly)
      }),
  )
  expect(flownPast).toBeGreaterThan(0)
  await expect(async () => {
    const arrived = await page
      .locator('main .story:not(.stories-brief *) .picture')
      .evaluateAll((all) =>
        all
          .filter((picture) => {
            const { top, bottom } = picture.getBoundingClientRect()
            return bottom > 0 && top < innerHeight
          })
          .map((picture) => picture.querySelector('img')?.naturalWidth ?? 0),
      )
    expect(arrived.length).toBeGreaterThan(0)
    expect(Math.min(...arrived)).toBeGreaterThan(0)
  }).toPass()
})

test('articles are fetched ahead where I rest, not where I only flick past', async ({ page }) => {
  const ahead: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (searchParams.has('_rsc')) ahead.push(pathname)
  })
  await page.goto('/topics/archive')
  await scrollTo(page, 60)
  // What is fetched ahead from here is over once a second brings nothing more.
  await expect(async () => {
    const before = ahead.length
    await page.waitForTimeout(1_000)
    expect([before > 0, ahead.length]).toEqual([true, before])
  }).toPass()
  ahead.length = 0
  await page.evaluate(async () => {
    for (let flick = 0; flick < 8; flick += 1) {
      window.scrollBy({ top: -600, behavior: 'instant' })
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  })
  expect(ahead).toEqual([])
  await expect(() => expect(ahead.length).toBeGreaterThan(0)).toPass()
  const inView = await page.locator('main h2 a').evaluateAll((links: HTMLAnchorElement[]) =>
    links
      .filter((link) => link.getBoundingClientRect().bottom > 0)
      .filter((link) => link.getBoundingClientRect().top < innerHeight)
      .map(({ pathname }) => pathname),
  )
  expect(inView).toEqual(expect.arrayContaining(ahead))
})

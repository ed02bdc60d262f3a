import { expect, fromApi, headlines, test } from './reader'

const pages = [
  '/',
  '/?sort=heat',
  '/topics/test-pieces',
  '/topics',
  '/search',
  '/search?q=the',
  '/topics?all=climate',
  '/days/2021-02-14',
  '/saved',
  '/settings',
  '/offline',
  '/nothing',
]

// 1280 pixels, zoomed to 400 %, are 320.
test('no page is wider than the screen, down to 320 px', async ({ page, viewport }, info) => {
  const articles = await fromApi(page, 'all=test-pieces', 10)
  // What fits into the narrowest phone fits into the others.
  const width = info.project.name === 'phone' ? 320 : (viewport?.width ?? 0)
  await page.setViewportSize({ width, height: 800 })
  for (const path of [...pages, ...articles.map(({ href }) => href)]) {
    await page.goto(path)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `${path} at ${width} px`).toBeLessThanOrEqual(width)
  }
})

test('a picture that fails leaves a quiet plate of the same size', async ({ page }) => {
  await page.goto('/topics/test-pieces')
  const story = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({
      has: page.getByRole('link', { name: 'A picture that does not come' }),
    })
  const box = story.locator('.picture')
  await box.scrollIntoViewIfNeeded()
  await expect(async () => {
    const failed = await box.locator('img').evaluate((img: HTMLImageElement) => img.complete)
    expect(failed).toBe(true)
  }).toPass()
  const { width = 0, height = 0 } = (await box.boundingBox()) ?? {}
  expect(width).toBeGreaterThan(80)
  expect(height).toBeGreaterThan(50)
  await expect(box.locator('img')).toHaveAttribute('data-initial', 'B')
  // With no alternative text a browser draws no broken picture.
  await expect(box.locator('img')).toHaveAttribute('alt', '')
})

test('nothing moves while a page loads', async ({ page }) => {
  // Letters wait a tenth of a second for their fonts and may then take other measures; later they stay as they are.
  await page.route('**/fonts/**', (route) => route.abort())
  for (const path of ['/', '/topics/climate', (await fromApi(page, '', 1))[0]?.href ?? '']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as unknown as { value: number }).value
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), 500)
        }),
    )
    // A time that becomes "3 d" moves the words after it by a pixel or two: 0.00001.
    expect(moved, path).toBeLessThan(0.001)
  }
})

test('on paper there are stories and no controls', async ({ page }) => {
  await page.goto('/')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('nav:visible')).toHaveCount(0)
  const buttons = await page
    .locator('.button:visible')
    .evaluateAll((links) => links.filter((link) => link.getBoundingClientRect().height > 1).length)
  expect(buttons).toBe(0)
  await expect(headlines(page).first()).toBeVisible()
})

test('the system’s dark colours are followed', async ({ page }) => {
  const background = async () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const light = await background()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(async () => expect(await background()).not.toBe(light)).toPass()
})

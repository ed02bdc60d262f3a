import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from './reader'

test('letters stay as they were first painted, though fonts and further styles come later', async ({
  page,
}) => {
  let isFirst = true
  await page.route('**/fonts/**', async (route) => {
    await sleep(500)
    await route.continue()
  })
  await page.route('**/*.css', async (route) => {
    // What is asked for first comes last, and all after the fonts.
    const wait = isFirst ? 1_500 : 750
    isFirst = false
    await sleep(wait)
    await route.continue()
  })
  await page.goto('/topics/climate', { waitUntil: 'domcontentloaded' })
  const title = page.getByRole('heading', { level: 1 })
  const before = await title.boundingBox()
  await expect.poll(() => page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(3)
  await page.waitForLoadState('networkidle')
  const fonts = await page.evaluate(() => [...document.fonts].map(({ status }) => status))
  expect(fonts).toEqual(['loaded', 'loaded'])
  expect(await title.boundingBox()).toEqual(before)
})

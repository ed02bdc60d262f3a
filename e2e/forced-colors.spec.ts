import type { Locator } from '@playwright/test'
import { expect, headlines, stories, test, whenAwake } from './reader'

/** Whether a change can be seen where it is made. */
async function isSeen(place: Locator, change: () => Promise<unknown>): Promise<boolean> {
  const before = await place.screenshot({ animations: 'disabled' })
  await change()
  return !before.equals(await place.screenshot({ animations: 'disabled' }))
}

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/')
  await whenAwake(page)
})

test('in forced colours a better story has a fuller scale', async ({ page }) => {
  const quality = page.locator('.quality').first()
  const fill = (steps: string) =>
    quality.evaluate((scale: HTMLElement, to) => scale.style.setProperty('--filled', to), steps)
  await fill('0')
  expect(await isSeen(quality, () => fill('1'))).toBe(true)
  expect(await isSeen(quality, () => fill('5'))).toBe(true)
})

test('in forced colours I see which order is chosen', async ({ page }) => {
  const current = page.getByRole('link', { name: 'Balanced' })
  const choose = () => current.evaluate((link) => link.removeAttribute('aria-current'))
  expect(await isSeen(current, choose)).toBe(true)
})

test('in forced colours I see what I have saved', async ({ page, press }) => {
  const save = stories(page).first().getByRole('button', { name: 'Save' })
  const done = async () => {
    await press(save)
    await expect(save).toHaveAttribute('aria-pressed', 'true')
    await page.getByRole('button', { name: 'Close' }).click()
  }
  expect(await isSeen(save, done)).toBe(true)
})

test('in forced colours I see where the focus is', async ({ page }) => {
  const headline = headlines(page).nth(1)
  const story = stories(page).nth(1)
  await story.scrollIntoViewIfNeeded()
  expect(await isSeen(story, () => headline.focus())).toBe(true)
})

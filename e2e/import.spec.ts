import { importStories, openWith, storiesOf } from './import-story'
import { expect, headlines, stories, test } from './reader'

/** Imports a story of the newest, from another process. */
function importStory(title: string, published: boolean): Promise<void> {
  const publishedAt = '2026-11-22T23:00:00Z'
  return importStories({ name: 'fresh', title, publishedAt, topic: 'Fresh', published })
}

test('what is imported while the site runs is read, renamed and withdrawn within seconds', async ({
  page,
}) => {
  test.slow()
  await page.goto('/?sort=latest')
  await importStory('A story that has just come in', true)
  const first = headlines(page).first()
  await expect(async () => {
    await page.goto('/?sort=latest')
    await expect(first).toHaveText('A story that has just come in', { timeout: 100 })
  }).toPass({ timeout: 8_000 })
  const old = (await first.getAttribute('href')) ?? ''
  await page.goto(old)
  await page.goto('/topics/fresh')
  await expect(headlines(page)).toHaveCount(1)

  await importStory('A story under a better title', true)
  await expect(async () => {
    await page.goto(old)
    await expect(page).toHaveURL(/\/articles\/a-story-under-a-better-title-/, { timeout: 100 })
  }).toPass({ timeout: 8_000 })

  await importStory('A story under a better title', false)
  await expect(async () => {
    const answer = await page.goto(old)
    expect(answer?.status()).toBe(404)
  }).toPass({ timeout: 8_000 })
  await page.goto('/?sort=latest')
  await expect(headlines(page).filter({ hasText: 'better title' })).toHaveCount(0)
})

test('an original is led to whatever script its address is written in', async ({ page }) => {
  const { all, path } = storiesOf('kyoto', 'opens')
  const webUrl = 'https://fresh.example/wiki/京都_Österreich'
  await importStories(...all.map((story) => ({ ...story, webUrl })))
  await openWith(page, path, 1)
  const id = await stories(page).first().getAttribute('data-id')
  const led = await page.request.get(`/api/articles/${id}/original`, { maxRedirects: 0 })
  expect([led.status(), led.headers().location]).toEqual([307, encodeURI(webUrl)])
})

import { importStories } from './import-story'
import { expect, headlines, test, whenAwake } from './reader'

const title = 'A story that will be withdrawn'

/** Publishes or withdraws the story, from another process. */
function importStory(published: boolean): Promise<void> {
  const publishedAt = '2026-06-01T12:00:00Z'
  const text = 'It has a text of its own.'
  return importStories({
    name: 'withdrawn',
    title,
    publishedAt,
    topic: 'Withdrawn',
    published,
    text,
  })
}

test('a story that I saved is read whole after it was withdrawn', async ({ page, press }) => {
  test.slow()
  await importStory(true)
  await expect(async () => {
    await page.goto('/topics/withdrawn')
    await expect(headlines(page)).toHaveText([title], { timeout: 100 })
  }).toPass({ timeout: 8_000 })
  await whenAwake(page)
  await press(page.getByRole('main').getByRole('button', { name: 'Save' }))
  await expect(page.locator('.stories > li')).toHaveAttribute('data-saved')
  const href = (await headlines(page).getAttribute('href')) ?? ''
  await whenAwake(page)

  await importStory(false)
  await expect(async () => {
    expect((await page.request.get(href)).status()).toBe(404)
  }).toPass({ timeout: 8_000 })
  await page.goto('/saved')
  await press(page.getByRole('link', { name: title }))
  await expect(page.getByText(/You are reading the copy that was kept/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('It has a text of its own.')).toBeVisible()
})

import { expect, fromApi, headlines, storyIds, test } from './reader'

test.use({ javaScriptEnabled: false })

test('older stories follow page by page, none twice and none left out', async ({ page, press }) => {
  await page.goto('/')
  const seen = await storyIds(page)
  for (let turn = 0; turn < 3; turn += 1) {
    await press(page.getByRole('link', { name: 'Older stories' }))
    await expect(page.getByRole('link', { name: 'Back to the first stories' })).toBeVisible()
    seen.push(...(await storyIds(page)))
  }
  const order = await fromApi(page, '', seen.length)
  expect(seen).toEqual(order.map((article) => article.id))
})

test('an article opens and the way back leads to the feed', async ({ page, press }) => {
  await page.goto('/')
  const headline = headlines(page).first()
  const title = await headline.innerText()
  await press(headline)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Why it is here' })).toBeVisible()
  await press(page.getByRole('link', { name: 'Hotsheet' }))
  await expect(page).toHaveURL('/')
})

test('topics, sorts and combinations work', async ({ page, press }) => {
  await page.goto('/topics/climate')
  await expect(page.getByRole('heading', { level: 1, name: 'Climate' })).toBeVisible()
  await press(page.getByRole('navigation', { name: 'Sort' }).getByRole('link', { name: 'Latest' }))
  await expect(page).toHaveURL('/topics/climate?sort=latest')
  const dates = await page
    .getByRole('main')
    .locator('li[data-id] .meta time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
  expect(dates).toEqual([...dates].sort().reverse())
  await press(page.getByRole('link', { name: 'Combine topics' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Combine topics' })).toBeVisible()
})

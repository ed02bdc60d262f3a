import { expect, fromApi, headlines, test, whenAwake } from './reader'
import type { Page } from '@playwright/test'

/** Opens the story of that title from its topic. */
async function openStory(page: Page, title: string): Promise<void> {
  await page.goto('/topics/test-pieces')
  const href = await headlines(page).filter({ hasText: title }).getAttribute('href')
  await page.goto(href ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
}

test('a press on a headline opens its article, and back leads back', async ({ page, press }) => {
  await page.goto('/')
  await whenAwake(page)
  const headline = headlines(page).nth(2)
  const title = await headline.innerText()
  await press(headline)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page).toHaveTitle(`${title} · Hotsheet`)
  await expect(page).toHaveURL(/\/articles\/([a-z0-9-]+-)?[a-z0-9]{10}$/)
  await page.goBack()
  await expect(headlines(page).first()).toBeVisible()
})

test('an article shows all there is of it', async ({ page }) => {
  await openStory(page, 'Everything that an article can have')
  const main = page.getByRole('main')
  await expect(main.getByText('A short text that stands under the headline.')).toBeVisible()
  await expect(main.getByText('The Whole Example', { exact: true }).first()).toBeVisible()
  await expect(main.getByText('video', { exact: true })).toBeVisible()
  await expect(main.getByLabel('Heat 92')).toBeVisible()
  await expect(main.getByLabel('Quality 52')).toBeVisible()
  await expect(main.getByRole('time').first()).toHaveAttribute(
    'datetime',
    /^2026-11-10T12:00:00(\.000)?Z$/,
  )
  await expect(main.getByRole('time').first()).toContainText('13:00')
  const topics = main.locator('a[href^="/topics/"]')
  await expect(topics).toHaveText(['Test Pieces', 'Climate'])
  await expect(main.locator('img').first()).toHaveJSProperty('complete', true)
  await expect(main.getByText('The body of the article, with emphasis')).toBeVisible()
  await expect(main.getByRole('link', { name: 'Read at The Whole Example' })).toHaveAttribute(
    'href',
    'https://whole.example/everything',
  )
  await expect(main.getByRole('link', { name: /AMP/ })).toHaveAttribute(
    'href',
    'https://whole.example/amp/everything',
  )
})

test('related coverage stands in the curator’s order, each with its own facts', async ({
  page,
}) => {
  await openStory(page, 'Everything that an article can have')
  const related = page.getByRole('region', { name: /^Related coverage/ })
  await expect(related.getByRole('heading', { level: 2 })).toHaveText('Related coverage (3)')
  await expect(related.getByRole('heading', { level: 3 })).toHaveText([
    'The first of its related pieces',
    'The second of its related pieces',
    'The third of its related pieces',
  ])
  const first = related.getByRole('listitem').first()
  await expect(first.getByText('First Example')).toBeVisible()
  await expect(first.getByLabel('Quality 48')).toBeVisible()
  await expect(first.getByRole('time')).toBeVisible()
  await expect(first.locator('img')).toBeVisible()
  await expect(first.getByRole('link')).toHaveAttribute('href', 'https://first.example/a')
})

test('it says why it stands where it stands, and the numbers add up', async ({ page }) => {
  await page.goto('/')
  const [article] = await fromApi(page, '', 1)
  await page.goto(article?.href ?? '')
  const why = page.getByRole('region', { name: 'Why it is here' })
  await expect(why).toContainText(/Published \d+ \w+ 2026, \d\d:\d\d UTC/)
  const text = (await why.textContent()) ?? ''
  const times = [...text.matchAll(/(\d+ \w{3,4} \d{4}), (\d\d:\d\d) UTC/g)]
  const [from, to] = times.map(([, day, time]) => Date.parse(`${day} ${time} UTC`))
  const hours = [...text.matchAll(/([+-][\d.]+) h /g)].map(([, term]) => Number(term))
  const sum = hours.reduce((total, term) => total + term, 0)
  if (from === undefined || to === undefined) throw new Error(`no times in: ${text}`)
  expect(Math.abs(sum - (to - from) / 3_600_000)).toBeLessThan(0.02)
})

test('previous and next follow the feed that I came from', async ({ page, press }) => {
  await page.goto('/?sort=latest')
  await whenAwake(page)
  const titles = await headlines(page).allInnerTexts()
  await press(headlines(page).nth(3))
  await expect(page.getByRole('heading', { level: 1, name: titles[3] })).toBeVisible()
  const neighbours = page.getByRole('navigation', { name: 'Stories in this feed' })
  await expect(neighbours.locator('a[rel=prev]')).toContainText(titles[2] ?? '')
  await press(neighbours.locator('a[rel=next]'))
  await expect(page.getByRole('heading', { level: 1, name: titles[4] })).toBeVisible()
  await expect(neighbours.locator('a[rel=prev]')).toContainText(titles[3] ?? '')
})

test('it offers more from the same topics', async ({ page }) => {
  await openStory(page, 'Everything that an article can have')
  const more = page.getByRole('region', { name: /^More from/ })
  expect(await more.getByRole('link').count()).toBeGreaterThan(2)
})

test('an address with an older title leads to the present one', async ({ page }) => {
  await page.goto('/')
  const [article] = await fromApi(page, '', 1)
  const answer = await page.request.get(`/articles/an-older-title-${article?.id}`, {
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(308)
  expect(answer.headers().location).toContain(article?.href)
})

test('a piece of which almost nothing is known still has a page', async ({ page }) => {
  await openStory(page, 'A piece of which almost nothing is known')
  await expect(page.getByRole('link', { name: /^Read at/ })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Why it is here' })).toBeVisible()
})

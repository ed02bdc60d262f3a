import type { Page } from '@playwright/test'
import { expect, fromApi, headlines, stories, storyIds, test, whenAwake } from './reader'

const calendar = (page: Page) => page.getByRole('region', { name: 'Calendar' })
const others = (page: Page) => page.getByRole('navigation', { name: 'Other days' })

/** Stories by the day (UTC) on which they were published. */
async function byDay(page: Page) {
  const days = new Map<string, string[]>()
  for (const { id, publishedAt } of await fromApi(page, '', 10_000)) {
    const day = publishedAt.slice(0, 10)
    days.set(day, [...(days.get(day) ?? []), id])
  }
  return days
}

test('"By day" leads to the newest day, and from there to the days before', async ({
  page,
  press,
}) => {
  const days = [...(await byDay(page)).keys()].sort()
  await page.goto('/')
  await whenAwake(page)
  await press(page.getByRole('link', { name: 'By day' }))
  await expect(page).toHaveURL(`/days/${days.at(-1)}`)
  await expect(others(page).getByRole('link', { name: /^Next/ })).toHaveCount(0)
  await press(others(page).getByRole('link', { name: /^Previous day/ }))
  await expect(page).toHaveURL(`/days/${days.at(-2)}`)
  await press(others(page).getByRole('link', { name: /^Next day/ }))
  await expect(page).toHaveURL(`/days/${days.at(-1)}`)
})

test('a day shows its own stories, in the order of the top feed, and says how many', async ({
  page,
}) => {
  const [day = '', ids = []] =
    [...(await byDay(page))].sort((a, b) => b[1].length - a[1].length)[0] ?? []
  await page.goto(`/days/${day}`)
  expect(await storyIds(page)).toEqual(ids.slice(0, 30))
  await expect(page.getByRole('main')).toContainText(`${ids.length} stories`)
  await expect(page.getByRole('main')).toContainText('midnight UTC')
})

test('a day of the distant past has its front page, too', async ({ page }) => {
  await page.goto('/days/2021-02-14')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sunday, 14 February 2021')
  await expect(headlines(page).first()).toContainText('Russian police')
})

test('the calendar says of each day how many stories it has and how hot they are', async ({
  page,
  press,
}) => {
  await page.goto('/days/2021-02-14')
  await whenAwake(page)
  await expect(calendar(page).getByRole('table', { name: 'February 2021' })).toBeVisible()
  await expect(calendar(page).getByRole('columnheader')).toHaveCount(7)
  const day = calendar(page).getByRole('link', {
    name: /^14 February: 1 story, the hottest has heat \d+$/,
  })
  await expect(day).toHaveAttribute('aria-current', 'date')
  await press(
    calendar(page).getByRole('navigation', { name: 'Other months' }).getByRole('link').last(),
  )
  await expect(page).not.toHaveURL('/days/2021-02-14')
  await expect(stories(page).first()).toBeVisible()
})

test('a day says how many of its stories I have muted, and shows them when I ask', async ({
  page,
  press,
}) => {
  const [day = '', ids = []] =
    [...(await byDay(page))].sort((a, b) => b[1].length - a[1].length)[0] ?? []
  const articles = (await fromApi(page, '', 10_000)).filter(({ id }) =>
    ids.slice(0, 30).includes(id),
  )
  const topic = articles.at(-1)?.topics[0]?.slug ?? ''
  const muted = articles.filter(({ topics }) => topics.some(({ slug }) => slug === topic))
  await page.addInitScript(
    (settings) => localStorage.setItem('hotsheet:settings', settings),
    JSON.stringify({ mutedTopics: [topic] }),
  )
  await page.goto(`/days/${day}`)
  const last = stories(page).and(page.locator(`[data-id="${muted.at(-1)?.id}"]`))
  await expect(last).toBeHidden()
  await expect(page.locator('.muted-line')).toContainText(`${muted.length} stor`)
  await press(page.getByRole('main').getByRole('button', { name: 'Show', exact: true }))
  await expect(last).toBeVisible()
})

test('a day without stories says so and names the nearest that have some', async ({ page }) => {
  await page.goto('/days/2021-02-15')
  await expect(page.getByRole('main')).toContainText('No story was published on this day.')
  await expect(others(page).getByRole('link', { name: /^Previous day/ })).toHaveAttribute(
    'href',
    '/days/2021-02-14',
  )
  await expect(others(page).getByRole('link', { name: /^Next day/ })).toBeVisible()
})

for (const date of ['2021-02-30', 'yesterday', '2021-2-14', '0000-01-01', '-']) {
  test(`there is no day "${date}"`, async ({ page }) => {
    const response = await page.goto(`/days/${date}`)
    expect(response?.status()).toBe(404)
  })
}

test('an article’s date leads to the front page of its day', async ({ page, press }) => {
  const [article] = await fromApi(page, '', 1)
  await page.goto(article?.href ?? '')
  await whenAwake(page)
  await press(page.getByRole('main').locator('a[href^="/days/"]'))
  await expect(page).toHaveURL(`/days/${article?.publishedAt.slice(0, 10)}`)
  expect(await storyIds(page)).toContain(article?.id)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader walks from day to day', async ({ page }) => {
    await page.goto('/days')
    await expect(page).toHaveURL(/\/days\/\d{4}-\d\d-\d\d$/)
    const day = page.url()
    await others(page)
      .getByRole('link', { name: /^Previous day/ })
      .click()
    await expect(page).not.toHaveURL(day)
    await expect(headlines(page).first()).toBeVisible()
  })
})

test('a German reader has the days in German', async ({ page }) => {
  await page.goto('/de/days/2021-02-14')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sonntag, 14. Februar 2021')
  await page.goto('/de/days')
  await expect(page).toHaveURL(/\/de\/days\/\d{4}-\d\d-\d\d$/)
})

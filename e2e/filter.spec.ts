import type { Page } from '@playwright/test'
import { expect, fromApi, headlines, stories, storyIds, test, whenAwake } from './reader'

const topics = (page: Page) => page.getByRole('navigation', { name: 'Topics' })
const sorts = (page: Page) => page.getByRole('navigation', { name: 'Sort' })

/** The number that a link ends with. */
function countIn(text: string): number {
  return Number(/(\d+)\s*$/.exec(text)?.[1])
}

test('a tap on a topic shows its stories, as many as the bar says', async ({ page, press }) => {
  await page.goto('/')
  await whenAwake(page)
  const topic = topics(page).getByRole('link', { name: /^Climate/ })
  const count = countIn(await topic.innerText())
  await press(topic)
  await expect(page).toHaveURL('/topics/climate')
  await expect(page.getByRole('heading', { level: 1, name: 'Climate' })).toBeVisible()
  await expect(topics(page).getByRole('link', { name: /^Climate/ })).toHaveAttribute(
    'aria-current',
    'page',
  )
  const articles = await fromApi(page, 'all=climate', 10_000)
  expect(articles).toHaveLength(count)
  for (const { topics: filed } of articles) {
    expect(filed.map(({ slug }) => slug)).toContain('climate')
  }
  expect(await storyIds(page)).toEqual(
    articles.slice(0, await stories(page).count()).map(({ id }) => id),
  )
})

for (const sort of ['Latest', 'Heat', 'Quality']) {
  test(`sorted by ${sort} the feed has that order, and the address says so`, async ({
    page,
    press,
  }) => {
    await page.goto('/')
    await whenAwake(page)
    await press(sorts(page).getByRole('link', { name: sort }))
    await expect(page).toHaveURL(`/?sort=${sort.toLowerCase()}`)
    await expect(sorts(page).getByRole('link', { name: sort })).toHaveAttribute(
      'aria-current',
      'page',
    )
    const shown = await storyIds(page)
    const articles = await fromApi(page, `sort=${sort.toLowerCase()}`, shown.length)
    expect(shown).toEqual(articles.map(({ id }) => id))
    const keys = articles.map((article) => {
      if (sort === 'Latest') return Date.parse(article.publishedAt)
      return (sort === 'Heat' ? article.heat : article.quality) ?? -Infinity
    })
    expect(keys).toEqual([...keys].sort((a, b) => b - a))
  })
}

test('heat and quality look back as far as I say, from the newest story on', async ({
  page,
  press,
}) => {
  await page.goto('/?sort=heat')
  await whenAwake(page)
  const oldest = async (window: string) => {
    const articles = await fromApi(page, `sort=heat&window=${window}`, 10_000)
    return articles.map(({ publishedAt }) => Date.parse(publishedAt)).sort((a, b) => a - b)
  }
  const [week, all] = [await oldest('week'), await oldest('all')]
  expect(week.length).toBeGreaterThan(0)
  expect(all.length).toBeGreaterThan(week.length)
  expect((week.at(-1) ?? 0) - (week[0] ?? 0)).toBeLessThanOrEqual(7 * 86_400_000)
  await press(page.getByRole('list', { name: 'How far back' }).getByRole('link', { name: 'Month' }))
  await expect(page).toHaveURL('/?sort=heat&window=month')
})

test('topics combine, and every count is what a press gives', async ({ page, press }) => {
  await page.goto('/topics/climate')
  await whenAwake(page)
  await press(page.getByRole('link', { name: 'Combine topics' }))
  await expect(page).toHaveURL('/topics?all=climate')
  for (const how of ['and', 'or', 'not']) {
    await page.goto('/topics?all=climate')
    await whenAwake(page)
    const choice = page.getByRole('main').getByRole('link', { name: new RegExp(`: ${how} \\d+$`) })
    const count = countIn((await choice.first().textContent()) ?? '')
    const address = (await choice.first().getAttribute('href')) ?? ''
    await press(choice.first())
    await expect.poll(() => decodeURIComponent(page.url())).toContain(address)
    const show = page.getByRole('link', { name: /^Show / })
    await expect(show).toHaveText(count === 1 ? 'Show 1 story' : `Show ${count} stories`)
    await press(show)
    await expect(headlines(page).first()).toBeVisible()
    const query = new URL(page.url())
    const parameters = new URLSearchParams(query.search)
    const inPath = /^\/topics\/(.+)$/.exec(query.pathname)?.[1]
    if (inPath) parameters.append('all', inPath)
    expect(await fromApi(page, parameters.toString(), 10_000)).toHaveLength(count)
  }
})

test('a third topic is offered without a number, and leads to its stories', async ({
  page,
  press,
}) => {
  await page.goto('/topics?any=ai,climate')
  await whenAwake(page)
  const choice = page.getByRole('main').getByRole('link', { name: /: or$/ }).first()
  const address = (await choice.getAttribute('href')) ?? ''
  await press(choice)
  await expect.poll(() => decodeURIComponent(page.url())).toContain(address)
  await press(page.getByRole('link', { name: 'Show the stories' }))
  await expect(headlines(page).first()).toBeVisible()
  const articles = await fromApi(page, new URL(page.url()).search.slice(1), 20)
  expect(await storyIds(page)).toEqual(
    articles.slice(0, await stories(page).count()).map(({ id }) => id),
  )
})

test('a combination with no story says so and offers the way back', async ({ page, press }) => {
  await page.goto('/?all=archive,climate')
  await expect(page.getByText('No story matches this choice.')).toBeVisible()
  await whenAwake(page)
  await expect(page.getByRole('link', { name: 'Change the topics' })).toBeVisible()
  await press(page.getByRole('main').getByRole('link', { name: 'All stories' }))
  await expect(page).toHaveURL('/')
  await expect(headlines(page).first()).toBeVisible()
})

test('programs that name a topic which has left the site get the stories of the others', async ({
  page,
}) => {
  const known = (await fromApi(page, 'any=ai,climate&none=energy', 60)).map(({ id }) => id)
  const query = 'any=ai,climate,left-long-ago&none=energy,left-too'
  expect((await fromApi(page, query, 60)).map(({ id }) => id)).toEqual(known)
})

for (const address of [
  '/?any=ai,climate,left-long-ago',
  '/?all=ai&none=left-too',
  '/?any=left-long-ago,left-too',
]) {
  test(`a page that names a topic which has left the site is not found: ${address}`, async ({
    page,
  }) => {
    const response = await page.goto(address)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'There is nothing at this address',
    )
  })
}

test('a shared address shows the other reader the same feed', async ({
  page,
  openElsewhere,
  baseURL,
}) => {
  const address = '/?any=ai,climate&none=energy&sort=latest'
  await page.goto(address)
  await expect(page).toHaveURL(address)
  const order = (await fromApi(page, new URL(address, baseURL).search.slice(1), 60)).map(
    ({ id }) => id,
  )
  const theirs = await openElsewhere()
  await theirs.goto(page.url())
  // How far each list has grown by itself may differ.
  for (const reader of [page, theirs]) {
    const seen = await storyIds(reader)
    expect(seen.length).toBeGreaterThan(5)
    expect(seen).toEqual(order.slice(0, seen.length))
  }
})

test('every spelling of a feed leads to one address', async ({ page }) => {
  await page.goto('/?sort=top&all=climate')
  await expect(page).toHaveURL('/topics/climate')
  await page.goto('/?any=climate,ai,climate')
  await expect(page).toHaveURL('/?any=ai,climate')
})

test('sixty topics fit: the bar is short, the rest is one press away', async ({ page, press }) => {
  await page.goto('/')
  await whenAwake(page)
  expect(await topics(page).getByRole('link').count()).toBeLessThan(40)
  await press(topics(page).getByRole('link', { name: /^More/ }))
  await expect(page.getByRole('heading', { level: 1, name: 'All topics' })).toBeVisible()
  expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(50)
  await press(page.getByRole('main').getByRole('link', { name: /^Archive 39 / }))
  await expect(page).toHaveURL('/topics/archive-39')
})

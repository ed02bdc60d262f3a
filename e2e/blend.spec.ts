import type { Page } from '@playwright/test'
import { expect, fromApi, headlines, stories, storyIds, test, whenAwake } from './reader'

const scale = (page: Page) => page.getByRole('navigation', { name: 'Balance of heat and quality' })

const STOPS = [
  ['Heat only', 'blend0'],
  ['More heat than quality', 'blend25'],
  ['More quality than heat', 'blend75'],
  ['Quality only', 'blend100'],
] as const

for (const [name, sort] of STOPS) {
  test(`a reader sets the scale to "${name}" and gets the feed in that order`, async ({
    page,
    press,
  }) => {
    await page.goto('/')
    await whenAwake(page)
    await press(scale(page).getByRole('link', { name }))
    await expect(page).toHaveURL(`/?sort=${sort}`)
    await expect(scale(page).getByRole('link', { name })).toHaveAttribute('aria-current', 'true')
    await expect(scale(page).locator('[aria-current]')).toHaveCount(1)
    const articles = await fromApi(page, `sort=${sort}`, 200)
    const shown = await storyIds(page)
    expect(shown).toEqual(articles.slice(0, shown.length).map(({ id }) => id))
    expect(new Set(articles.map(({ id }) => id)).size).toBe(200)
  })
}

test('back leads from a stop of the scale to the one before', async ({ page, press }) => {
  await page.goto('/topics/climate')
  await whenAwake(page)
  await press(scale(page).getByRole('link', { name: 'Quality only' }))
  await expect(page).toHaveURL('/topics/climate?sort=blend100')
  await page.goBack()
  await expect(page).toHaveURL('/topics/climate')
  await expect(scale(page).getByRole('link', { name: 'Balanced' })).toHaveAttribute(
    'aria-current',
    'true',
  )
})

test('the arrow keys move along the scale, and Enter chooses', async ({ page }) => {
  await page.goto('/')
  await whenAwake(page)
  await scale(page).getByRole('link', { name: 'Balanced' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(scale(page).getByRole('link', { name: 'More quality than heat' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(scale(page).getByRole('link', { name: 'Quality only' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?sort=blend75')
})

for (const path of ['/', '/de', '/ar']) {
  for (const width of [320, 390]) {
    test(`at ${path} and ${width} px the scale is one line of stops as wide as a finger`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(path)
      const boxes = await page.locator('.blend a').evaluateAll((stops) =>
        stops.map((stop) => {
          const { width, height, top } = stop.getBoundingClientRect()
          return { width, height, top }
        }),
      )
      expect(boxes).toHaveLength(5)
      expect(new Set(boxes.map(({ top }) => top)).size).toBe(1)
      for (const box of boxes) {
        expect(box.width).toBeGreaterThanOrEqual(44)
        expect(box.height).toBe(44)
      }
      // The paper's name, its pages, topics, orders and the scale: a line each.
      const list = await page.locator('.stories').first().boundingBox()
      expect(list?.y).toBeLessThan(5.5 * 44)
    })
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the scale is five links, and each leads to its order', async ({ page }) => {
    await page.goto('/')
    await expect(scale(page).getByRole('link')).toHaveCount(5)
    await scale(page).getByRole('link', { name: 'Heat only' }).click()
    await expect(page).toHaveURL('/?sort=blend0')
    await expect(headlines(page).first()).toBeVisible()
  })
})

const ORDERS = [
  ['/', /^Published .+ UTC; /],
  ['/?sort=blend0', /^Published .+ UTC; (?!.* for quality \d)/],
  ['/?sort=latest', /^Published .+ UTC; the newest come first\.$/],
  ['/?sort=heat', /^Heat \d+; of the stories since .+ UTC the hottest come first\.$/],
  ['/?sort=quality&window=all', /^Quality \d+; of all stories the best come first\.$/],
  ['/search?q=peatlands', /^Published .+ UTC; .*for a title with all words of the search/],
] as const

for (const [address, sentence] of ORDERS) {
  test(`at ${address} every story can say why it is there`, async ({ page, press }) => {
    await page.goto(address)
    await whenAwake(page)
    const story = stories(page).first()
    await press(story.locator('[data-action=menu]'))
    await press(page.getByRole('button', { name: 'Why here?' }))
    await expect(page.getByRole('status').filter({ hasText: /\./ }).last()).toHaveText(sentence)
  })
}

test('the hours told at a stop add up to the rank there', async ({ page }) => {
  const articles = await fromApi(page, 'sort=blend75', 20)
  for (const { id } of articles) {
    const response = await page.request.get(`/api/articles/${id}/why?sort=blend75`)
    const { why } = (await response.json()) as { why: string }
    const times = [...why.matchAll(/(\d+ \w{3,4} \d{4}), (\d\d:\d\d) UTC/g)]
    const [from = 0, to = from] = times.map(([, day, time]) => Date.parse(`${day} ${time} UTC`))
    const hours = [...why.matchAll(/([+-]\d+) h /g)].map(([, term]) => Number(term))
    expect(hours.reduce((sum, term) => sum + term, 0)).toBe((to - from) / 3_600_000)
  }
})

test('a reason that nobody can give is refused with a plain sentence', async ({ page }) => {
  const status = async (path: string) => (await page.request.get(path)).status()
  const [article] = await fromApi(page, '', 1)
  expect(await status('/api/articles/aaaaaaaaaa/why')).toBe(404)
  expect(await status(`/api/articles/${article?.id}/why?sort=hot`)).toBe(400)
  expect(await status(`/api/articles/${article?.id}/why?locale=xx`)).toBe(400)
})

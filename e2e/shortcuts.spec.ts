import type { Page } from '@playwright/test'
import { expect, headlines, stories, test, whenAwake } from './reader'

async function openFeed(page: Page): Promise<void> {
  await page.goto('/')
  await whenAwake(page)
}

test('j and k walk from headline to headline, and Enter or o opens the story', async ({ page }) => {
  await openFeed(page)
  const headline = (place: number) => headlines(page).nth(place)
  const title = await headline(1).innerText()
  await page.keyboard.press('j')
  await expect(headline(0)).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(headline(2)).toBeFocused()
  await expect(headline(2)).toBeInViewport()
  await page.keyboard.press('k')
  await expect(headline(1)).toBeFocused()
  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()

  await page.keyboard.press('u')
  await expect(headline(1)).toBeVisible()
  await headline(1).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('s saves, m marks as read, h hides, each the other way round at the second press', async ({
  page,
}) => {
  await openFeed(page)
  const story = stories(page).nth(0)
  await page.keyboard.press('j')
  for (const [key, mark] of [
    ['s', 'data-saved'],
    ['m', 'data-read'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(story).toHaveAttribute(mark)
    await page.keyboard.press(key)
    await expect(story).not.toHaveAttribute(mark)
  }
  await page.keyboard.press('h')
  await expect(story).toBeHidden()
  // The first that is left.
  await expect(headlines(page).first()).toBeFocused()
})

test('with Caps Lock on, the keys do what they do without it', async ({ page }) => {
  await openFeed(page)
  // As a browser reports it: an upper-case letter without Shift.
  const press = (letter: string) =>
    page.evaluate((key) => {
      const target = document.activeElement ?? document.body
      const code = `Key${key}`
      target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }))
    }, letter)
  await press('J')
  await expect(headlines(page).first()).toBeFocused()
  await press('J')
  await expect(headlines(page).nth(1)).toBeFocused()
  await press('K')
  await expect(headlines(page).first()).toBeFocused()
  await press('S')
  await expect(stories(page).first()).toHaveAttribute('data-saved')
  const title = await headlines(page).first().innerText()
  await press('O')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await press('G')
  await press('T')
  await expect(page).toHaveURL('/topics')
})

test('no notice covers the story that I walk to', async ({ page }) => {
  await page.goto('/?sort=latest')
  await whenAwake(page)
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('j')
    await page.keyboard.press('m')
    const notice = page.locator('.notice:popover-open')
    await expect(notice).toBeVisible()
    const { y: top } = (await notice.boundingBox()) ?? { y: 0 }
    const story = await stories(page).nth(step).boundingBox()
    expect((story?.y ?? 0) + (story?.height ?? 0)).toBeLessThanOrEqual(top)
  }
})

test('v opens the original in a new tab', async ({ page, context }) => {
  await openFeed(page)
  await page.keyboard.press('j')
  const id = await stories(page).first().getAttribute('data-id')
  const answer = await page.request.get(`/api/articles/${id}`)
  const { url } = (await answer.json()) as { url: string }
  const led = context.waitForEvent('response', (response) => response.url().endsWith('/original'))
  const opened = context.waitForEvent('page')
  await page.keyboard.press('v')
  expect((await led).headers().location).toBe(url)
  expect(await opened).not.toBe(page)
  await expect(headlines(page).first()).toBeFocused()
})

test('on a story’s page j and k turn to its neighbours, s saves it, u leads back', async ({
  page,
}) => {
  await openFeed(page)
  const titles = await headlines(page).allInnerTexts()
  await headlines(page).nth(1).click()
  await expect(page.getByRole('heading', { level: 1, name: titles[1] })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Stories in this feed' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { level: 1, name: titles[2] })).toBeVisible()
  await page.keyboard.press('s')
  const article = page.locator('main.article:visible')
  await expect(article).toHaveAttribute('data-saved')
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { level: 1, name: titles[1] })).toBeVisible()
})

test('g and then t, s or h goes to the topics, to what I saved, and home', async ({ page }) => {
  await openFeed(page)
  for (const [key, path] of [
    ['t', '/topics'],
    ['s', '/saved'],
    ['h', '/'],
  ] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(page).toHaveURL(path)
  }
})

test('? shows the list of keys, and Escape leads back to where I was', async ({ page }) => {
  await openFeed(page)
  await page.keyboard.press('j')
  await expect(headlines(page).first()).toBeFocused()
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keys and gestures' })
  await expect(list).toBeVisible()
  await expect(list.getByText('Next story')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(headlines(page).first()).toBeFocused()
})

test('keys are letters again while I type', async ({ page }) => {
  await openFeed(page)
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: 'Search stories' })
  await expect(field).toBeFocused()
  await page.keyboard.type('gths?jk')
  await expect(field).toHaveValue('gths?jk')
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('with a modifier a key is the browser’s', async ({ page }) => {
  await openFeed(page)
  await page.keyboard.press('j')
  await page.keyboard.press('Control+s')
  await page.keyboard.press('Alt+h')
  await expect(stories(page).first()).not.toHaveAttribute('data-saved')
  await expect(stories(page).first()).toBeVisible()
})

test('who has switched the keys off is not surprised by them', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem('hotsheet:settings', JSON.stringify({ shortcuts: false })),
  )
  await openFeed(page)
  await headlines(page).first().focus()
  await page.keyboard.press('s')
  await page.keyboard.press('?')
  await page.keyboard.press('/')
  await page.keyboard.press('h')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(stories(page).first()).toBeVisible()
  await expect(stories(page).first()).not.toHaveAttribute('data-saved')
  await expect(headlines(page).first()).toBeFocused()
})

/** Draws a story sideways with a finger. */
async function swipe(page: Page, place: number, distance: number): Promise<void> {
  const story = stories(page).nth(place)
  await story.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await story.boundingBox()
  if (!box) throw new Error('The story is not on the page')
  const client = await page.context().newCDPSession(page)
  const y = box.y + box.height / 2
  const from = box.x + box.width / 2 - distance / 2
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, row = y) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y: row }],
    })
  await touch('touchStart', from)
  for (let step = 1; step <= 8; step += 1) await touch('touchMove', from + (distance * step) / 8)
  await touch('touchEnd')
}

test('a story swiped to the right is saved, to the left it is hidden', async ({ page }) => {
  await openFeed(page)
  const story = stories(page).nth(1)
  await swipe(page, 1, 40)
  await expect(story).not.toHaveAttribute('data-saved')
  await swipe(page, 1, 160)
  await expect(story).toHaveAttribute('data-saved')
  await swipe(page, 1, -160)
  await expect(story).toBeHidden()
})

test('an Arabic reader swipes the other way round', async ({ page }) => {
  await page.goto('/ar')
  await whenAwake(page)
  const story = stories(page).nth(1)
  await swipe(page, 1, -160)
  await expect(story).toHaveAttribute('data-saved')
})

test('a finger that scrolls does nothing to stories', async ({ page }) => {
  await openFeed(page)
  const client = await page.context().newCDPSession(page)
  const move = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, y = 0) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y }],
    })
  await move('touchStart', 150, 600)
  for (let step = 1; step <= 10; step += 1)
    await move('touchMove', 150 + step * 12, 600 - step * 40)
  await move('touchEnd')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
  await expect(page.locator('[data-saved], [data-hidden]')).toHaveCount(0)
})

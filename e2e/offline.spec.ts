import type { Page } from '@playwright/test'
import { localePath, splitLocale } from '@/lib/locale'
import { importStories, openWith, storiesOf } from './import-story'
import { expect, fromApi, headlines, scrollTo, stories, storyIds, test, whenAwake } from './reader'
import { openNetwork } from './stoppable-network'

test.use({ serviceWorkers: 'allow' })

/** Opens a page and waits until the browser keeps it, and the pages that it always keeps. */
async function readOnline(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await untilKept(page, path)
  await untilKept(page, localePath(splitLocale(path).locale, '/offline'))
}

/** Waits until the browser has something that it needs without a line. */
async function untilKept(page: Page, address: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(isKept, address), { timeout: 15_000, message: `${address} is kept` })
    .toBe(true)
}

async function isKept(address: string): Promise<boolean> {
  return Boolean(await caches.match(address, { ignoreVary: true }))
}

/** Whether a picture is there, and not only its place. */
function pictureWidths(page: Page): Promise<number[]> {
  const pictures = page.getByRole('main').locator('.picture img')
  return pictures.evaluateAll((all: HTMLImageElement[]) => all.map((each) => each.naturalWidth))
}

/** Presses "Try again", and waits until the page has been loaded again. */
async function tryAgain(page: Page): Promise<void> {
  const loaded = page.waitForEvent('domcontentloaded')
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click()
  await loaded
}

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'You are offline.' })

test('without a line, the feed and the stories that were read open again', async ({
  page,
  context,
}) => {
  await readOnline(page, '/')
  const before = await storyIds(page)
  const title = await headlines(page).nth(1).textContent()
  await headlines(page).nth(1).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  await untilKept(page, new URL(page.url()).pathname)
  const story = page.url()

  await context.setOffline(true)
  await page.goto('/')
  await expect(notice(page)).toHaveText(/What you see is from \d/, { timeout: 15_000 })
  expect((await storyIds(page)).slice(0, 9)).toEqual(before.slice(0, 9))
  await page.reload()
  await expect(notice(page)).toHaveText(/What you see is from \d/, { timeout: 15_000 })
  expect((await storyIds(page)).slice(0, 9)).toEqual(before.slice(0, 9))
  await expect.poll(async () => (await pictureWidths(page))[0]).toBeGreaterThan(0)
  await page.goto(story)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')

  await context.setOffline(false)
  await expect(notice(page)).toHaveCount(0, { timeout: 15_000 })
})

test('without a line, a link that was seen leads on', async ({ page, context }) => {
  await readOnline(page, '/')
  await whenAwake(page)
  await context.setOffline(true)
  const title = await headlines(page).first().textContent()
  await headlines(page).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  await page.goBack()
  await page.reload()
  await expect(headlines(page).first()).toHaveText(title ?? '')
  await page.getByRole('banner').getByRole('link', { name: 'Hotsheet' }).click()
  await expect(headlines(page).first()).toHaveText(title ?? '')
})

test('without a line, a saved story opens with its picture', async ({ page, context }) => {
  await readOnline(page, '/topics/archive')
  const story = stories(page).nth(2)
  const title = await story.getByRole('heading').textContent()
  const href = (await story.getByRole('heading').getByRole('link').getAttribute('href')) ?? ''
  await story.locator('[data-action="save"]').click()
  await untilKept(page, href)
  await untilKept(page, `/api/articles/${href.split('-').at(-1)}`)

  await context.setOffline(true)
  await page.getByRole('banner').getByRole('link', { name: 'Saved' }).click()
  await expect(page).toHaveURL('/saved')
  await expect(headlines(page).filter({ hasText: title ?? '' })).toHaveCount(1)
  await page.reload()
  await expect(headlines(page).filter({ hasText: title ?? '' })).toHaveCount(1)
  await page.goto(href)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  await expect.poll(async () => (await pictureWidths(page))[0]).toBeGreaterThan(0)
})

test('a page that was never read says so without a line, and what can be read instead', async ({
  page,
  context,
}) => {
  await readOnline(page, '/topics/climate')
  await context.setOffline(true)
  await page.goto('/topics/test-pieces')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This page is not kept on your device',
  )
  for (const reload of [() => page.reload(), () => tryAgain(page)]) {
    await reload()
    await expect(page).toHaveURL('/topics/test-pieces')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'This page is not kept on your device',
    )
  }
  const kept = page.getByRole('main').getByRole('link', { name: 'Climate' })
  await expect(kept).toHaveAttribute('href', '/topics/climate')
  await kept.click()
  await expect(headlines(page).first()).toBeVisible()
  await page.reload()
  await expect(headlines(page).first()).toBeVisible()

  await page.goto('/topics/test-pieces')
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Test pieces/i)
})

for (const path of [
  '/topics/archive?sort=latest',
  '/de/topics/climate',
  '/ar',
  '/search?q=energy',
]) {
  test(`offline, ${path} can be reloaded`, async ({ page, context }) => {
    await readOnline(page, path)
    const before = await storyIds(page)
    await context.setOffline(true)
    for (let time = 0; time < 2; time += 1) {
      await page.reload()
      await expect(page).toHaveURL(path)
      expect((await storyIds(page)).slice(0, 9)).toEqual(before.slice(0, 9))
    }
  })
}

test('offline, a page that was never read says so in its language, also when reloaded', async ({
  page,
  context,
}) => {
  await page.goto('/de')
  await untilKept(page, '/de/offline')
  await context.setOffline(true)
  await page.goto('/de/topics/test-pieces')
  const heading = page.getByRole('heading', { level: 1 })
  const said = await heading.innerText()
  expect(said).toMatch(/Gerät/)
  await page.reload()
  await expect(heading).toHaveText(said)
  // Nothing is stored in English: another language is better than the browser's own error page.
  await page.goto('/topics/climate')
  await expect(heading).toHaveText(said)
})

test('once the network is back, "Try again" loads the page that could not be had', async ({
  page,
  context,
}) => {
  await readOnline(page, '/')
  await context.setOffline(true)
  await page.goto('/topics/test-pieces')
  const retry = page.getByRole('main').getByRole('button', { name: 'Try again' })
  await expect(retry).toBeVisible()
  await context.setOffline(false)
  // The page also tries by itself: whichever comes first.
  await retry.click({ timeout: 1_000 }).catch(() => undefined)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Test pieces/i)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Test pieces/i)
})

test('where the network hangs, a reload shows what is stored', async ({ page, baseURL }) => {
  test.slow()
  const network = await openNetwork(baseURL ?? '')
  const at = (path: string) => network.origin + path
  try {
    await page.goto(at('/topics/climate'))
    await untilKept(page, '/topics/climate')
    await untilKept(page, '/offline')
    const before = await storyIds(page)
    network.stop()
    await page.reload()
    expect((await storyIds(page)).slice(0, 9)).toEqual(before.slice(0, 9))
    await page.goto(at('/topics/test-pieces'))
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText('This page is not kept on your device')
    await page.reload()
    await expect(heading).toHaveText('This page is not kept on your device')
  } finally {
    network.close()
  }
})

test('when the line is back, a feed goes on with nothing lost and nothing doubled', async ({
  page,
  context,
}) => {
  test.slow()
  await readOnline(page, '/topics/archive')
  await scrollTo(page, 29)
  await context.setOffline(true)
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    await expect(page.getByRole('alert').filter({ hasText: /did not arrive/ })).toBeVisible({
      timeout: 500,
    })
  }).toPass({ timeout: 40_000 })
  await context.setOffline(false)
  const before = await stories(page).count()
  await scrollTo(page, before + 20)
  const ids = await storyIds(page)
  const all = await fromApi(page, 'all=archive', ids.length)
  expect(ids).toEqual(all.map(({ id }) => id))
})

test('stories that came while there was no line are there once it is back', async ({
  page,
  context,
}) => {
  test.slow()
  const { all, path } = storiesOf('harbour', 'one', 'two', 'three')
  await importStories(...all.slice(0, 2))
  await openWith(page, path, 2)
  await readOnline(page, path)
  await context.setOffline(true)
  await page.goto(path)
  await page.reload()
  await expect(notice(page)).toBeVisible({ timeout: 15_000 })
  await importStories(...all.slice(2))
  await context.setOffline(false)
  await page.getByRole('button', { name: '1 new story' }).click({ timeout: 30_000 })
  await expect(headlines(page)).toHaveText(['harbour three', 'harbour two', 'harbour one'])
})

test('a new version takes over at once, and what was kept stays', async ({ page }) => {
  await readOnline(page, '/')
  // By another address a worker is a new version, too.
  const isWaiting = await page.evaluate(async () => {
    const taken = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
    })
    await navigator.serviceWorker.register('/sw.js?later')
    await taken
    return (await navigator.serviceWorker.ready).waiting !== null
  })
  expect(isWaiting).toBe(false)
  await untilKept(page, '/')
  await untilKept(page, '/offline')
  await page.reload()
  await expect(headlines(page).first()).toBeVisible()
})

test('a page whose scripts a new version has replaced is loaded anew, once', async ({ page }) => {
  let loads = 0
  page.on('domcontentloaded', () => (loads += 1))
  await page.goto('/')
  const miss = () =>
    page.evaluate(() => {
      const reason = Object.assign(new Error('gone'), { name: 'ChunkLoadError' })
      const promise = Promise.resolve()
      dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise, reason }))
    })
  // Once it is at rest, it listens.
  await expect(async () => {
    await miss()
    await expect.poll(() => loads, { timeout: 1_000 }).toBe(2)
  }).toPass()
  await whenAwake(page)
  await untilKept(page, '/offline')
  await miss()
  await page.waitForTimeout(500)
  expect(loads).toBe(2)
})

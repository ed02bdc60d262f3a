import type { BrowserContext, Page } from '@playwright/test'
import { HEARD, importStories, openWith, storiesOf } from './import-story'
import { expect, headlines, stories, storyIds, test } from './reader'

/** The streams of events that a browser has asked for. */
function countStreams(context: BrowserContext): () => number {
  let count = 0
  context.on('request', (request) => {
    if (request.resourceType() === 'eventsource') count += 1
  })
  return () => count
}

const newStories = (page: Page) => page.getByRole('button', { name: /new stor/ })

test('a reader is told of new stories, and the page stays as it is until they are asked for', async ({
  page,
}) => {
  test.slow()
  const { all, path } = storiesOf('tide', 'one', 'two', 'three', 'four')
  await importStories(...all.slice(0, 2))
  await openWith(page, path, 2)
  const before = await storyIds(page)
  const place = await stories(page).first().boundingBox()

  await importStories(...all.slice(2))
  await expect(newStories(page)).toHaveText('2 new stories', HEARD)
  await expect(page.getByRole('status').filter({ hasText: 'There are new stories' })).toHaveCount(1)
  expect(await storyIds(page)).toEqual(before)
  expect(await stories(page).first().boundingBox()).toEqual(place)

  await newStories(page).click()
  await expect(headlines(page)).toHaveCount(4)
  await expect(headlines(page).first()).toBeFocused()
  await expect(newStories(page)).toHaveCount(0)
  const after = await storyIds(page)
  expect(new Set(after).size).toBe(4)
  expect(after.slice(2)).toEqual(before)
})

test('however many tabs are open, they hear of new stories over one connection', async ({
  page,
  context,
}) => {
  test.slow()
  const { all, path } = storiesOf('ebb', 'one', 'two', 'three')
  await importStories(...all.slice(0, 1))
  const streams = countStreams(context)
  await openWith(page, path, 1)
  await expect.poll(streams, HEARD).toBeGreaterThan(0)
  const opened = streams()
  const second = await context.newPage()
  const third = await context.newPage()
  for (const tab of [second, third]) await openWith(tab, path, 1)
  await importStories(...all.slice(1, 2))
  for (const tab of [page, second, third]) await expect(newStories(tab)).toBeVisible(HEARD)
  expect(streams()).toBe(opened)

  await page.close()
  await importStories(...all.slice(2))
  for (const tab of [second, third]) {
    await expect(newStories(tab)).toHaveText('2 new stories', HEARD)
  }
  expect(streams()).toBe(opened + 1)
})

test('where streams are blocked, a reader hears of new stories all the same', async ({ page }) => {
  test.slow()
  const { all, path } = storiesOf('surf', 'one', 'two')
  await importStories(...all.slice(0, 1))
  await page.route('**/api/events', (route) => route.fulfill({ status: 403 }))
  await page.clock.install()
  await openWith(page, path, 1)
  await page.waitForResponse('**/api/version')
  await importStories(...all.slice(1))
  await expect(async () => {
    await page.clock.fastForward('01:15')
    await expect(newStories(page)).toHaveText('1 new story', { timeout: 500 })
  }).toPass(HEARD)
})

test('a reader is not told of new stories about what they have muted', async ({ page }) => {
  test.slow()
  const { all, path } = storiesOf('cliff', 'one', 'two', 'with gulls')
  await importStories(...all.slice(0, 1))
  await page.addInitScript(
    (settings) => localStorage.setItem('hotsheet:settings', settings),
    JSON.stringify({ mutedWords: ['gulls'] }),
  )
  await openWith(page, path, 1)
  await importStories(...all.slice(1))
  await expect(newStories(page)).toHaveText('1 new story', HEARD)
})

test.describe('a reader who comes back', () => {
  let path = ''
  test.beforeEach(async ({ page }) => {
    const { all, ...there } = storiesOf('return', 'one', 'two', 'three', 'four')
    path = there.path
    const seen = Date.UTC(2026, 10, 20, 1, 30)
    await page.addInitScript(
      (visit) => localStorage.setItem('hotsheet:visit', visit),
      JSON.stringify({ since: null, seen }),
    )
    await importStories(...all)
  })

  test('sees where the latest stories pass over into those of the last visit', async ({ page }) => {
    await openWith(page, `${path}?sort=latest`, 4)
    const divided = page.locator('li[data-since]')
    await expect(divided).toHaveCount(1)
    await expect(divided).toContainText('return two')
    await expect(divided).toHaveAttribute('data-since', 'Older than your last visit')
  })

  test('sees in any other order which stories are new', async ({ page }) => {
    await openWith(page, path, 4)
    await expect(page.locator('li[data-new="New"]')).toHaveCount(2)
    await expect(page.locator('li[data-new]').filter({ hasText: /three|four/ })).toHaveCount(2)
  })
})

test('the server tells the version at once, and again to whoever has missed one', async ({
  baseURL,
}) => {
  const first = async (headers: Record<string, string>) => {
    const left = new AbortController()
    const response = await fetch(`${baseURL}/api/events`, { headers, signal: left.signal })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(response.headers.get('content-encoding')).toBeNull()
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let said = ''
    while (!said.includes('data:')) said += (await reader?.read())?.value ?? ''
    left.abort()
    return said
  }
  const { version } = (await (await fetch(`${baseURL}/api/version`)).json()) as { version: number }
  expect(await first({})).toContain(`id: ${version}\nevent: content\ndata: ${version}\n\n`)
  expect(await first({ 'last-event-id': '0' })).toContain(`data: ${version}`)
})

test('who knows the version already is told so', async ({ request }) => {
  const answer = await request.get('/api/version')
  const { etag = '' } = answer.headers()
  expect(answer.headers()['cache-control']).toBe('no-cache')
  const again = await request.get('/api/version', { headers: { 'if-none-match': etag } })
  expect(again.status()).toBe(304)
})

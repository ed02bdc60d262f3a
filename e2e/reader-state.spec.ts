import { readFile } from 'node:fs/promises'
import type { Locator, Page, Route } from '@playwright/test'
import { seriousProblems } from './axe'
import { expect, headlines, stories, storyIds, test, whenAwake } from './reader'

/** A story by its place in the list, with what can be done with it. */
function storyAt(page: Page, place: number) {
  const story = stories(page).nth(place)
  return {
    story,
    save: story.getByRole('button', { name: 'Save' }),
    hide: story.getByRole('button', { name: 'Hide' }),
    options: story.getByRole('button', { name: 'More options' }),
  }
}

function notice(page: Page): Locator {
  return page.locator('.notice')
}

function savedList(page: Page): Locator {
  return page.getByRole('main').locator('.saved-list > li')
}

async function openFeed(page: Page): Promise<void> {
  await page.goto('/')
  await whenAwake(page)
}

/** Waits until the device has what was pressed, which the page shows before: it writes one after another. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('hotsheet')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const transaction = opening.result.transaction('states', 'readwrite')
    transaction.objectStore('states').count()
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    opening.result.close()
  })
}

test.describe('what I have read', () => {
  test('a story that I opened is marked as read when I come back, and can be unread again', async ({
    page,
    press,
  }) => {
    await openFeed(page)
    const { story, options } = storyAt(page, 2)
    const title = await story.getByRole('heading').innerText()
    await press(headlines(page).nth(2))
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await page.goBack()
    await expect(story).toHaveAttribute('data-read')
    await expect(story.getByText('Read', { exact: true })).toBeAttached()
    await expect(storyAt(page, 3).story).not.toHaveAttribute('data-read')

    await page.reload()
    await expect(story).toHaveAttribute('data-read')
    await press(options)
    await press(page.getByRole('button', { name: 'Mark as unread' }))
    await expect(story).not.toHaveAttribute('data-read')
    await untilKept(page)
    await page.reload()
    await whenAwake(page)
    await expect(story).toHaveAttribute('data-marked')
    await expect(story).not.toHaveAttribute('data-read')
  })

  test('a story that I only scroll past stays unread, unless I want it otherwise', async ({
    page,
  }) => {
    await openFeed(page)
    const first = storyAt(page, 0).story
    const scroll = () => page.mouse.wheel(0, 2500)
    await storyAt(page, 4).hide.focus()
    await scroll()
    await page.waitForTimeout(900)
    await expect(first).not.toHaveAttribute('data-read')
    await page.evaluate(() =>
      localStorage.setItem('hotsheet:settings', JSON.stringify({ readOnScroll: true })),
    )
    await openFeed(page)
    await scroll()
    await expect(first).toHaveAttribute('data-read')
  })
})

test.describe('saving', () => {
  test('a story that I save stands on the page of saved stories, the last one first', async ({
    page,
    press,
  }) => {
    await openFeed(page)
    const titles = await headlines(page).allInnerTexts()
    for (const place of [1, 3]) {
      const { save } = storyAt(page, place)
      await press(save)
      await expect(save).toHaveAttribute('aria-pressed', 'true')
    }
    await expect(notice(page)).toContainText('Saved on this device.')
    await press(page.getByRole('link', { name: 'Saved', exact: true }))
    await expect(page).toHaveURL('/saved')
    await expect(savedList(page).getByRole('heading')).toHaveText([
      titles[3] ?? '',
      titles[1] ?? '',
    ])
    await expect(page.getByText('2 stories on this device')).toBeVisible()
    await page.reload()
    await expect(savedList(page)).toHaveCount(2)
  })

  test('on a slow line, what I press before the scripts have come is done once they have', async ({
    page,
    press,
  }) => {
    const held: Route[] = []
    let isSlow = true
    await page.route('**/_next/static/**/*.js', (route) => {
      if (isSlow) held.push(route)
      else return route.continue()
    })
    await page.goto('/', { waitUntil: 'commit' })
    for (const place of [0, 2, 0]) await press(storyAt(page, place).save)
    await press(storyAt(page, 1).hide)
    isSlow = false
    await Promise.all(held.map((route) => route.continue()))
    for (const place of [0, 2]) {
      await expect(storyAt(page, place).save).toHaveAttribute('aria-pressed', 'true')
    }
    await expect(storyAt(page, 1).story).toBeHidden()
    await press(storyAt(page, 0).save)
    await expect(storyAt(page, 0).save).toHaveAttribute('aria-pressed', 'false')
  })

  test('what I press does not wait for what the page loads at rest', async ({ page, press }) => {
    let asked = 0
    await page.route('**/*.css', (route) => {
      asked += 1
      // The first hangs, as on a bad line.
      if (asked > 1) return route.continue()
    })
    await page.goto('/')
    await expect.poll(() => asked).toBe(1)
    const { save } = storyAt(page, 0)
    await press(save)
    await expect(save).toHaveAttribute('aria-pressed', 'true')
  })

  test('nothing saved: the page says how to', async ({ page }) => {
    await page.goto('/saved')
    await expect(page.getByText('Nothing is saved yet.')).toBeVisible()
    await expect(page.getByText(/Press the bookmark of a story/)).toBeVisible()
  })

  test('I take a story from the saved ones, and back again', async ({ page, press }) => {
    await openFeed(page)
    for (const place of [0, 1, 2]) {
      await press(storyAt(page, place).save)
      await expect(storyAt(page, place).save).toHaveAttribute('aria-pressed', 'true')
    }
    await page.goto('/saved')
    await expect(savedList(page)).toHaveCount(3)
    const before = await storyIds(page)
    const title = await savedList(page).nth(1).getByRole('heading').innerText()
    await press(savedList(page).nth(1).getByRole('button', { name: 'Save' }))
    await expect(savedList(page)).toHaveCount(2)
    await press(notice(page).getByRole('button', { name: 'Undo' }))
    await expect(savedList(page)).toHaveCount(3)
    expect(await storyIds(page)).toEqual(before)
    await expect(savedList(page).nth(1).getByRole('heading')).toHaveText(title)
  })

  test('its own page has the same buttons', async ({ page, press }) => {
    await openFeed(page)
    await press(headlines(page).first())
    const article = page.locator('main.article')
    await press(article.getByRole('button', { name: 'Save' }))
    await expect(article.getByRole('button', { name: 'Save' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await page.goBack()
    await expect(storyAt(page, 0).save).toHaveAttribute('aria-pressed', 'true')
  })

  test('another tab shows at once what I saved in this one', async ({
    page,
    press,
    context,
    baseURL,
  }) => {
    await openFeed(page)
    await context.route(
      (url) => url.origin !== baseURL,
      (route) => route.abort(),
    )
    const other = await context.newPage()
    await openFeed(other)
    await press(storyAt(other, 0).save)
    await expect(storyAt(page, 0).save).toHaveAttribute('aria-pressed', 'true')
    await page.bringToFront()
    await press(storyAt(page, 0).save)
    await expect(storyAt(other, 0).save).toHaveAttribute('aria-pressed', 'false')
  })
})

test.describe('hiding', () => {
  test('a story that I hide is gone, and undoing brings it back', async ({ page, press }) => {
    await openFeed(page)
    const [first, second] = await headlines(page).allInnerTexts()
    await press(storyAt(page, 0).hide)
    await expect(stories(page).first()).toBeHidden()
    await expect(page.getByRole('link', { name: second, exact: true })).toBeVisible()
    await expect(notice(page)).toContainText('Hidden.')
    await press(notice(page).getByRole('button', { name: 'Undo' }))
    await expect(page.getByRole('link', { name: first, exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: first, exact: true })).toBeFocused()
  })

  test('it is never painted again, on no page', async ({ page, press }) => {
    await openFeed(page)
    const [id] = await storyIds(page)
    await press(storyAt(page, 0).hide)
    await expect(stories(page).first()).toBeHidden()
    await page.addInitScript((hidden) => {
      const seen = new Set<boolean>()
      Object.assign(window, { seen })
      const look = () => {
        const story = document.querySelector(`[data-id="${hidden}"]`)
        if (story) seen.add(story.checkVisibility())
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }, id)
    await openFeed(page)
    const seen = () => page.evaluate(() => [...(window as unknown as { seen: Set<boolean> }).seen])
    expect(await seen()).toEqual([false])
  })

  test('the focus goes on with the next story', async ({ page }) => {
    await openFeed(page)
    await storyAt(page, 2).hide.focus()
    await page.keyboard.press('Enter')
    await expect(storyAt(page, 2).story).toBeHidden()
    await expect(storyAt(page, 3).story.getByRole('heading').getByRole('link')).toBeFocused()
    // The way back is one press away.
    await expect(notice(page)).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(notice(page).getByRole('button', { name: 'Undo' })).toBeFocused()
  })

  test('the menu of a story closes on Escape, and leads the focus back to its button', async ({
    page,
    press,
  }) => {
    await openFeed(page)
    await page.evaluate(() => document.querySelectorAll('.story')[1]?.scrollIntoView())
    const menu = page.locator('.story-menu')
    for (const place of [1, 2]) {
      const { story, options } = storyAt(page, place)
      const name = await story.locator('.meta b').innerText()
      await press(options)
      await expect(menu.getByRole('button', { name: `Mute ${name}` })).toBeVisible()
      await expect(menu).toHaveCount(1)
      await expect(options).toHaveAttribute('aria-expanded', 'true')
      await page.keyboard.press('Escape')
      await expect(menu).toBeHidden()
      await expect(options).toBeFocused()
      await expect(options).toHaveAttribute('aria-expanded', 'false')
    }
  })

  test('not interested in a source: its stories go, until I undo it', async ({ page, press }) => {
    await openFeed(page)
    const { story, options } = storyAt(page, 1)
    const source = (await story.getAttribute('data-source')) ?? ''
    const name = await story.locator('.meta b').innerText()
    await press(options)
    await press(page.getByRole('button', { name: `Mute ${name}` }))
    const ofSource = stories(page).and(page.locator(`[data-source="${source}"]`))
    await expect(ofSource.first()).toBeHidden()
    await press(notice(page).getByRole('button', { name: 'Undo' }))
    await expect(ofSource.first()).toBeVisible()
  })

  test('not interested in a topic: the same', async ({ page, press }) => {
    await openFeed(page)
    const { story, options } = storyAt(page, 0)
    const topic = story.locator('.meta a').first()
    const name = await topic.innerText()
    await press(options)
    await press(page.getByRole('button', { name: `Mute ${name}` }))
    await expect(story).toBeHidden()
    await press(notice(page).getByRole('button', { name: 'Undo' }))
    await expect(story).toBeVisible()
  })
})

for (const [path, colorScheme] of [
  ['/', 'light'],
  ['/ar', 'dark'],
] as const) {
  test(`axe finds nothing serious on marked stories, in the menu, the notice and the list of keys (${path}, ${colorScheme})`, async ({
    page,
    press,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(path)
    await whenAwake(page)
    for (const key of ['j', 'm', 's']) await page.keyboard.press(key)
    await expect(notice(page)).toBeVisible()
    await press(stories(page).first().locator('[data-action=menu]'))
    await expect(page.locator('.story-menu')).toBeVisible()
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await seriousProblems(page)).toEqual([])
    await page.goto(`${path}/saved`.replace('//', '/'))
    await expect(savedList(page)).toHaveCount(1)
    expect(await seriousProblems(page)).toEqual([])
  })
}

const REFUSALS = {
  'has no database': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  'fails to open its database': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError')
    }
  },
}

for (const [what, refuse] of Object.entries(REFUSALS)) {
  test(`a browser that ${what} says at each press that it holds for this visit only`, async ({
    page,
    press,
  }) => {
    await page.addInitScript(refuse)
    await openFeed(page)
    const { save } = storyAt(page, 0)
    await press(save)
    await expect(notice(page)).toContainText('Saved for this visit only')
    await expect(save).toHaveAttribute('aria-pressed', 'true')
    await press(save)
    await expect(notice(page)).toContainText('No longer saved for this visit only')
    await expect(save).toHaveAttribute('aria-pressed', 'false')
    await press(storyAt(page, 1).save)
    await expect(notice(page)).toContainText('Saved for this visit only')
    await press(storyAt(page, 2).hide)
    await expect(storyAt(page, 2).story).toBeHidden()
    await expect(notice(page)).toContainText('Hidden for this visit only')
    await page.reload()
    await expect(storyAt(page, 2).story).toBeVisible()
    await page.goto('/saved')
    await expect(page.getByRole('alert').filter({ hasText: 'nothing can be saved' })).toBeVisible()
  })
}

test('a full device says at each press that it did not store it, and shows what it has', async ({
  page,
  press,
}) => {
  await openFeed(page)
  await press(storyAt(page, 3).save)
  await expect(notice(page)).toContainText('Saved on this device.')
  await page.evaluate(() => {
    const stores = IDBObjectStore.prototype
    const put = Object.getOwnPropertyDescriptor(stores, 'put') ?? {}
    stores.put = () => {
      throw new DOMException('The quota has been exceeded', 'QuotaExceededError')
    }
    Object.assign(window, { makeRoom: () => Object.defineProperty(stores, 'put', put) })
  })
  const { save, hide, story } = storyAt(page, 0)
  for (let time = 0; time < 2; time += 1) {
    await press(save)
    await expect(notice(page)).toContainText('Could not be saved: no space left on this device')
    await expect(save).toHaveAttribute('aria-pressed', 'false')
    await press(notice(page).getByRole('button', { name: 'Close' }))
  }
  await press(storyAt(page, 3).save)
  await expect(notice(page)).toContainText('Still saved: no space left on this device')
  await expect(storyAt(page, 3).save).toHaveAttribute('aria-pressed', 'true')
  await press(hide)
  await expect(notice(page)).toContainText('Could not be hidden: no space left on this device')
  await expect(story).toBeVisible()

  await page.evaluate(() => (window as unknown as { makeRoom: () => void }).makeRoom())
  await press(save)
  await expect(notice(page)).toContainText('Saved on this device.')
  await page.goto('/saved')
  await expect(savedList(page)).toHaveCount(2)
})

test('a story is not called saved before the device has stored it', async ({ page, press }) => {
  await openFeed(page)
  await press(storyAt(page, 5).save)
  await expect(notice(page)).toContainText('Saved on this device.')
  await press(notice(page).getByRole('button', { name: 'Close' }))
  await expect(notice(page)).toHaveCount(0)
  // Another tab is writing: until it is done, nothing else is.
  await page.evaluate(async () => {
    const opening = indexedDB.open('hotsheet')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const store = opening.result.transaction('states', 'readwrite').objectStore('states')
    let isDone = false
    const goOn = () => {
      if (!isDone) store.count().onsuccess = goOn
    }
    goOn()
    Object.assign(window, { endWriting: () => (isDone = true) })
  })
  await press(storyAt(page, 0).save)
  await expect(storyAt(page, 0).save).toHaveAttribute('aria-pressed', 'true')
  // The page has painted, and would have said so by now.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await expect(notice(page)).toHaveCount(0)
  await page.evaluate(() => (window as unknown as { endWriting: () => void }).endWriting())
  await expect(notice(page)).toContainText('Saved on this device.')
})

test('where only the headline can be stored, that is what is said', async ({ page, press }) => {
  await page.route('**/api/articles/*', (route) => route.abort())
  await openFeed(page)
  await press(storyAt(page, 0).save)
  await expect(notice(page)).toContainText('The headline is saved on this device.')
  await expect(storyAt(page, 0).save).toHaveAttribute('aria-pressed', 'true')
})

test('settings that the device does not store are said to hold for the visit, each time', async ({
  page,
  press,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded', 'QuotaExceededError')
    }
  })
  await page.goto('/settings')
  const status = page.locator('.settings-status')
  for (const theme of ['Dark', 'Sepia']) {
    await press(page.getByRole('radio', { name: theme }))
    await expect(status).toContainText(`${theme}. No space is left on this device`)
  }
  const topics = page.getByRole('list', { name: 'Topics' })
  await press(topics.getByRole('button', { name: /^Mute/ }).first())
  await expect(status).toContainText(/^Muted: .* No space is left on this device/)
  await page.goto('/topics/climate')
  await press(page.getByRole('button', { name: 'Follow Climate' }))
  await expect(page.getByText('For this visit only')).toBeVisible()
})

test('an import says what the device did not store', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The quota has been exceeded', 'QuotaExceededError')
    }
  })
  await page.goto('/settings')
  const stories = ['0000000001', '0000000002'].map((id) => ({ id, read: 5 }))
  await page.locator('input[type=file]').setInputFiles({
    name: 'hotsheet.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ hotsheet: 1, settings: {}, stories })),
  })
  await expect(page.locator('.settings-status')).toHaveText(
    'No story imported. 2 stories could not be stored: no space left on this device.',
  )
})

test('what I saved, hid and read goes to another browser as a file, and twice changes nothing', async ({
  page,
  press,
  openElsewhere,
}) => {
  await openFeed(page)
  const ids = await storyIds(page)
  await press(storyAt(page, 1).save)
  await expect(storyAt(page, 1).save).toHaveAttribute('aria-pressed', 'true')
  await press(storyAt(page, 3).hide)
  await expect(storyAt(page, 3).story).toBeHidden()
  await page.goto('/settings')
  const download = page.waitForEvent('download')
  await press(page.getByRole('button', { name: 'Export' }))
  const file = await (await download).path()
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ hotsheet: 1 })
  await takeOver(await openElsewhere(), file, ids)
})

async function takeOver(page: Page, file: string, ids: (string | null)[]): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    await page.goto('/settings')
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByRole('status').filter({ hasText: /./ }).first()).toBeVisible()
  }
  await page.goto('/saved')
  await expect(savedList(page)).toHaveCount(1)
  await expect(savedList(page)).toHaveAttribute('data-id', ids[1] ?? '')
  await openFeed(page)
  await expect(page.locator(`[data-id="${ids[3]}"]`)).toBeHidden()
}

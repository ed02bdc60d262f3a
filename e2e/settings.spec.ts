import type { Page } from '@playwright/test'
import { seriousProblems } from './axe'
import { expect, fromApi, headlines, scrollTo, stories, storyIds, test, whenAwake } from './reader'

const KEY = 'hotsheet:settings'
const status = (page: Page) => page.locator('.settings-status')

/** Opens the settings, awake. */
async function openSettings(page: Page) {
  await page.goto('/settings')
  await whenAwake(page)
}

/** A reader who has chosen this before they come. */
async function hasChosen(page: Page, settings: object) {
  await page.addInitScript(
    ([key, text]) => {
      // Not again on each page, or nothing could be changed.
      if (localStorage.getItem(key) === null) localStorage.setItem(key, text)
    },
    [KEY, JSON.stringify(settings)] as const,
  )
}

/** Notes what the page looks like in each frame, from the first one on. */
async function watchFrames(page: Page) {
  await page.addInitScript(() => {
    const frames: unknown[] = []
    Object.assign(window, { frames })
    const look = () => {
      if (document.querySelector('body')) {
        const { backgroundColor, fontSize } = getComputedStyle(document.documentElement)
        const shown = [...document.querySelectorAll<HTMLElement>('.story[data-id]')]
          .filter((story) => story.checkVisibility())
          .map((story) => story.dataset.id)
        frames.push({ backgroundColor, fontSize, shown })
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

interface Frame {
  backgroundColor: string
  fontSize: string
  shown: string[]
}
async function framesOf(page: Page): Promise<Frame[]> {
  const frames = () => page.evaluate(() => (window as unknown as { frames: Frame[] }).frames)
  await expect.poll(async () => (await frames()).length).toBeGreaterThan(0)
  return frames()
}

const SEPIA = 'rgb(247, 240, 227)'

test('I choose sepia and larger letters once, and no page flashes in other colours', async ({
  page,
  context,
}) => {
  await openSettings(page)
  await page.getByRole('radio', { name: 'Sepia' }).check()
  await expect(status(page)).toHaveText('Colours: Sepia. Kept on this device.')
  await page.getByRole('radio', { name: '130' }).check()
  await expect(page.locator('html')).toHaveCSS('background-color', SEPIA)
  await expect(page.locator('html')).toHaveCSS('font-size', '20.8px')

  await watchFrames(page)
  for (const path of ['/', '/topics/climate', '/nothing']) {
    await page.goto(path)
    await page.reload()
    const frames = await framesOf(page)
    expect([...new Set(frames.map(({ backgroundColor }) => backgroundColor))]).toEqual([SEPIA])
    expect([...new Set(frames.map(({ fontSize }) => fontSize))]).toEqual(['20.8px'])
  }
  await page.goto('/')
  const sign = page.locator('[data-action=save]').first()
  await expect(sign, 'signs grow with the letters').toHaveCSS('scale', '1.3', { pseudo: 'before' })
  const themeColor = await page.evaluate(() => {
    const colors = document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')
    return [...colors].find(({ media }) => matchMedia(media).matches)?.content
  })
  expect(themeColor).toBe('#f7f0e3')
  const other = await context.newPage()
  await other.goto('/')
  await expect(other.locator('html')).toHaveCSS('background-color', SEPIA)
})

test('another tab follows at once when I choose dark colours', async ({ page, context }) => {
  const other = await context.newPage()
  await other.emulateMedia({ colorScheme: 'light' })
  await other.goto('/')
  await openSettings(page)
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(other.locator('html')).toHaveCSS('background-color', 'rgb(18, 20, 22)')
  await page.getByRole('radio', { name: 'As the system' }).check()
  await expect(other.locator('html')).toHaveCSS('background-color', 'rgb(253, 253, 252)')
})

test('compact, a screen holds more stories; with headlines only, it holds still more', async ({
  page,
}) => {
  const heightOf = async (density: string) => {
    await openSettings(page)
    await page.getByRole('radio', { name: density, exact: true }).check()
    await page.goto('/')
    await expect(headlines(page).first()).toBeVisible()
    return page
      .locator('ol.stories')
      .first()
      .evaluate((list) => list.clientHeight)
  }
  const comfortable = await heightOf('Comfortable')
  const compact = await heightOf('Compact')
  await expect(page.locator('.story .excerpt:visible')).toHaveCount(0)
  const brief = await heightOf('Headlines only')
  await expect(page.locator('.story .picture:visible')).toHaveCount(0)
  expect(compact).toBeLessThan(comfortable * 0.85)
  expect(brief).toBeLessThan(compact * 0.85)
})

for (const density of ['comfortable', 'compact', 'headlines']) {
  test(`${density}, at 320 px and with the largest letters, nothing is cut off`, async ({
    page,
  }) => {
    await hasChosen(page, { density, textSize: 150, mutedWords: ['the'], followedTopics: ['ai'] })
    await page.setViewportSize({ width: 320, height: 800 })
    for (const path of ['/', '/settings', '/de/settings', '/ar/settings', '/topics/test-pieces']) {
      await page.goto(path)
      await whenAwake(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, path).toBeLessThanOrEqual(320)
    }
  })
}

test('the front page begins in my order, the address says so, and Top is a press away', async ({
  page,
  press,
}) => {
  await openSettings(page)
  await page.getByLabel('Order of the front page').selectOption('Latest')
  await page.goto('about:blank')
  await page.goto('/')
  await expect(page).toHaveURL('/?sort=latest')
  await whenAwake(page)
  await press(page.getByRole('navigation', { name: 'Sort' }).getByRole('link', { name: 'Top' }))
  await expect(page).toHaveURL('/')
  await page.reload()
  await expect(page).toHaveURL('/')
  await press(headlines(page).first())
  await expect(page).toHaveURL(/\/articles\//)
  await page.goBack()
  await expect(page).toHaveURL('/')
})

test('my language is remembered for whatever I open', async ({ page }) => {
  await openSettings(page)
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  // A select changes on the way to a choice, too: nobody is led away before they ask for it.
  await expect(page).toHaveURL('/settings')
  await page.getByRole('link', { name: 'Show this page in Deutsch' }).click()
  await expect(page).toHaveURL('/de/settings')
  await page.goto('about:blank')
  await page.goto('/topics/climate')
  await expect(page).toHaveURL('/de/topics/climate')
  await page.goto('about:blank')
  await page.goto('/ar/topics')
  await expect(page).toHaveURL('/ar/topics')
  await whenAwake(page)
  await page.getByRole('contentinfo').getByRole('link', { name: 'العربية' }).click()
  await page.goto('about:blank')
  await page.goto('/')
  await expect(page).toHaveURL('/ar')
})

test('I follow two topics, Mine lists just these, and whoever I send it to can follow them', async ({
  page,
  openElsewhere,
  press,
}) => {
  await page.goto('/topics/climate')
  await whenAwake(page)
  const mine = page.getByRole('link', { name: 'Mine' })
  await expect(mine).toBeHidden()
  await press(page.getByRole('button', { name: 'Follow Climate' }))
  await expect(page.getByRole('button', { name: 'Follow Climate' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await openSettings(page)
  await page.getByLabel('Find a topic').fill('ener')
  await press(page.getByRole('button', { name: 'Follow Energy' }))
  await expect(status(page)).toHaveText('Followed: Energy. Kept on this device.')
  await page.goto('/')
  await expect(mine).toHaveAttribute('href', '/?any=climate,energy')
  await press(mine)
  await expect.poll(() => decodeURIComponent(page.url())).toContain('/?any=climate,energy')
  const shown = await storyIds(page)
  const listed = await fromApi(page, 'any=climate,energy', shown.length)
  expect(shown).toEqual(listed.map(({ id }) => id))

  const theirs = await openElsewhere()
  await theirs.goto(page.url())
  await whenAwake(theirs)
  await theirs.getByRole('button', { name: 'Follow all of this' }).click()
  await theirs.goto('/')
  await expect(theirs.getByRole('link', { name: 'Mine' })).toHaveAttribute(
    'href',
    '/?any=climate,energy',
  )
})

test('with a source and words my feed is a search that says all of it', async ({ page, press }) => {
  const [story] = (await fromApi(page, '', 60)).filter(({ provider }) => provider?.domain)
  const domain = story?.provider?.domain ?? ''
  await hasChosen(page, {
    followedTopics: ['climate'],
    followedSources: [domain],
    mutedTopics: ['energy'],
    mutedWords: ['heat pump', 'crypto'],
  })
  await page.goto('/')
  await whenAwake(page)
  await press(page.getByRole('link', { name: 'Mine' }))
  const q = `topic:climate OR source:${domain} -"heat pump" -crypto`
  const query = new URLSearchParams({ q, none: 'energy', sort: 'top' })
  await expect(page).toHaveURL(`/search?${query}`)
  const shown = await storyIds(page)
  expect(shown).toContain(story?.id)
  const listed = await fromApi(page, query.toString(), shown.length)
  expect(shown).toEqual(listed.map(({ id }) => id))
})

test('on a slow line my feed comes even when I press before its address is known', async ({
  page,
  press,
}) => {
  await hasChosen(page, { followedTopics: ['climate'] })
  const html = await (await page.request.get('/')).text()
  await page.route('**/_next/static/**/*.js', async (route) => {
    const comesLater = !html.includes(new URL(route.request().url()).pathname)
    if (comesLater) await new Promise((resolve) => setTimeout(resolve, 3_000))
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'domcontentloaded' })
  await page.waitForFunction(() => !('pressedEarly' in window))
  const mine = page.getByRole('link', { name: 'Mine' })
  await expect(mine).toHaveAttribute('href', '/settings#mine')
  await press(mine)
  await expect(page).toHaveURL(/climate/)
  await expect(headlines(page).first()).toBeVisible()
})

test('my feed outlasts the topics that leave the paper', async ({ page, press }) => {
  const [followed] = await fromApi(page, 'all=climate', 1)
  const domain = followed?.provider?.domain ?? ''
  for (const followedSources of [[], [domain]]) {
    await page.goto('/settings')
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
      KEY,
      JSON.stringify({
        followedTopics: ['climate', 'left-long-ago'],
        followedSources,
        mutedTopics: ['left-too'],
      }),
    ] as const)
    await page.goto('/')
    await whenAwake(page)
    await press(page.getByRole('link', { name: 'Mine' }))
    await expect(page).toHaveURL(followedSources.length > 0 ? /\/search\?q=/ : '/topics/climate')
    await expect(stories(page).and(page.locator(`[data-id="${followed?.id}"]`))).toBeVisible()
  }
})

test('at the top of the settings I read them in another language', async ({ page, press }) => {
  await openSettings(page)
  const languages = page.getByRole('main').getByRole('navigation', { name: 'Language' })
  await press(languages.getByRole('link', { name: 'Deutsch' }))
  await expect(page).toHaveURL('/de/settings')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen')
})

test('what I mute is gone from the first frame on, and one press shows it', async ({
  page,
  press,
}) => {
  const feed = await fromApi(page, '', 40)
  const source = feed.find(({ provider }) => provider?.domain)?.provider?.domain ?? ''
  const topic = feed[2]?.topics[0]?.slug ?? ''
  const word = feed[4]?.title.split(' ').find((each) => /^[a-z]{5,}$/i.test(each)) ?? ''
  await hasChosen(page, { mutedSources: [source], mutedTopics: [topic], mutedWords: [word] })
  await watchFrames(page)
  await page.goto('/')
  await whenAwake(page)
  await scrollTo(page, 40)

  const isMuted = async (id: string) =>
    page.locator(`.story[data-id="${id}"]`).first().getAttribute('data-muted')
  const muted = new Set<string>()
  for (const { id, topics, provider, title } of feed) {
    const isByName =
      topics.some(({ slug }) => slug === topic) ||
      provider?.domain === source ||
      new RegExp(`\\b${word}\\b`, 'i').test(title)
    if (isByName) {
      expect(await isMuted(id), title).not.toBeNull()
      muted.add(id)
    }
  }
  expect(muted.size).toBeGreaterThan(2)
  const painted = (await framesOf(page)).flatMap(({ shown }) => shown)
  expect(painted.filter((id) => muted.has(id))).toEqual([])

  await page.evaluate(() => window.scrollTo(0, 0))
  const line = page.locator('.muted-line:visible')
  await expect(line).toContainText(/^\d+ stories muted here/)
  await press(line.getByRole('button', { name: 'Show' }))
  await expect(stories(page).and(page.locator('[data-muted]')).first()).toBeVisible()
  await press(line.getByRole('button', { name: 'Hide' }))
  await expect(stories(page).and(page.locator('[data-muted]')).first()).toBeHidden()
})

test('whoever mutes nearly everything does not load the archive to its end', async ({
  page,
  press,
}) => {
  const mutedTopics = [
    ...new Set(
      (await fromApi(page, '', 10_000)).flatMap(({ topics }) => topics.map(({ slug }) => slug)),
    ),
  ]
  await hasChosen(page, { mutedTopics })
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/articles?')) asked += 1
  })
  await page.goto('/')
  const older = page.getByRole('link', { name: 'Older stories' })
  // Before it has begun, the list looks as when it waits.
  await expect.poll(() => asked).toBeGreaterThan(0)
  // While it waits for the keyboard only, it has no room of its own.
  await expect(page.locator('.feed-end').filter({ has: older })).toBeVisible()
  const before = asked
  expect(before).toBeLessThan(8)
  await press(older)
  await expect.poll(() => asked).toBe(before + 1)
  await expect(page.locator('.feed-end').filter({ has: older })).toBeVisible()
})

test('muting a word, and thinking better of it', async ({ page, press }) => {
  const title = (await fromApi(page, '', 1))[0]?.title ?? ''
  const word = title.split(' ').find((each) => /^[a-z]{4,}$/i.test(each)) ?? ''
  await openSettings(page)
  await page.getByLabel('Word or phrase').fill('!!!')
  await press(
    page.locator('section').filter({ hasText: 'Muted words' }).getByText('Mute', { exact: true }),
  )
  await expect(page.getByRole('alert').filter({ hasText: 'letter' })).toBeVisible()
  await page.getByLabel('Word or phrase').fill(word.toUpperCase())
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText(`Muted: ${word.toUpperCase()}`)
  await page.goto('/')
  await expect(page.getByRole('link', { name: title })).toBeHidden()
  await openSettings(page)
  await press(page.getByRole('button', { name: `Remove ${word.toUpperCase()}` }))
  await page.goto('/')
  await expect(page.getByRole('link', { name: title })).toBeVisible()
})

test('more than an address can hold is told plainly', async ({ page }) => {
  const followedTopics = Array.from({ length: 21 }, (_, n) => `archive-${n}`)
  await hasChosen(page, { followedTopics })
  await page.goto('/')
  await page.getByRole('link', { name: 'Mine' }).click()
  await expect(page).toHaveURL('/settings#mine')
  await expect(page.getByText('You follow more than an address can hold')).toBeVisible()
})

test('all that is kept goes into a file, and comes back from it', async ({ page, press }) => {
  await openSettings(page)
  await page.getByRole('radio', { name: 'Dark' }).check()
  const download = page.waitForEvent('download')
  await press(page.getByRole('button', { name: 'Export' }))
  const file = await (await download).path()
  await press(page.getByRole('button', { name: 'Clear everything' }))
  await press(page.getByRole('button', { name: 'Clear it' }))
  await expect(status(page)).toHaveText('Everything is cleared.')
  await expect(page.getByRole('radio', { name: 'As the system' })).toBeChecked()
  await page.getByLabel('Import', { exact: true }).setInputFiles(file)
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await page.getByLabel('Import', { exact: true }).setInputFiles({
    name: 'other.json',
    mimeType: 'application/json',
    buffer: Buffer.from('not a file of ours'),
  })
  await expect(page.getByText('The file is not JSON.')).toBeVisible()
})

// The system's light and dark colours, which are the same, are looked at on every page (accessibility.spec.ts).
for (const theme of ['dark', 'sepia']) {
  test(`in ${theme} colours axe finds nothing serious in the settings and in the feed`, async ({
    page,
  }) => {
    test.slow()
    await hasChosen(page, { theme, followedTopics: ['climate'], mutedWords: ['the'] })
    for (const path of ['/settings', '/', '/topics/climate']) {
      await page.goto(path)
      await whenAwake(page)
      expect(await seriousProblems(page), path).toEqual([])
    }
  })
}

test('every setting can be reached and changed with the keyboard', async ({ page }) => {
  await openSettings(page)
  await page.getByRole('radio', { name: 'As the system' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: 'Comfortable' })).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the settings say what they need, and offer nothing', async ({ page }) => {
    await page.goto('/settings')
    await expect(page.getByText('that takes JavaScript')).toBeVisible()
    await expect(page.getByRole('radio')).toHaveCount(0)
    await page.goto('/topics/climate')
    await expect(page.getByRole('button', { name: 'Follow Climate' })).toHaveCount(0)
  })
})

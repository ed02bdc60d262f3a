import type { Page } from '@playwright/test'
import type { ArticleSummary } from '@/lib/article'
import { seriousProblems } from './axe'
import {
  expect,
  fromApi,
  headlines,
  restAt,
  scrollTo,
  stories,
  storyIds,
  test,
  whenAwake,
} from './reader'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search stories' })
const options = (page: Page) =>
  page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')
const marks = (page: Page) => page.getByRole('main').locator('mark')

/** What a search finds, best first. */
async function find(page: Page, q: string, rest = '', most = 100): Promise<ArticleSummary[]> {
  return fromApi(page, `${new URLSearchParams({ q })}${rest}`, most)
}

const titles = (found: ArticleSummary[]) => found.map(({ title }) => title)

test('I find a story by some of its words, from wherever I am', async ({ page }) => {
  await page.goto('/topics')
  await whenAwake(page)
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('PEATLANDS mapped')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/search?q=PEATLANDS+mapped')
  await expect(page).toHaveTitle('PEATLANDS mapped – search · Hotsheet')
  await expect(headlines(page).first()).toContainText('peatlands are being mapped')
  await expect(marks(page).first()).toHaveText('peatlands')
  await expect(field(page)).toHaveValue('PEATLANDS mapped')
})

test('I press the sign, type, and press it again', async ({ page, press }) => {
  await page.goto('/')
  await whenAwake(page)
  const sign = page.getByRole('search').getByRole('button', { name: 'Search' })
  await press(sign)
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('peatlands')
  await press(sign)
  await expect(page).toHaveURL('/search?q=peatlands')
  await expect(headlines(page).first()).toContainText('peatlands')
})

test.describe('what I ask for is what I get:', () => {
  test('a phrase stands as it is written', async ({ page }) => {
    expect(titles(await find(page, '"older story number 77"'))).toEqual(['Older story number 77'])
    expect(await find(page, '"number story older"')).toEqual([])
    expect((await find(page, 'number story older')).length).toBe(100)
  })

  test('a word that I exclude is nowhere in it', async ({ page }) => {
    const [all, less] = [await find(page, 'topic:energy'), await find(page, 'topic:energy -grid')]
    expect(less.length).toBeGreaterThan(0)
    expect(less.length).toBeLessThan(all.length)
    for (const { title } of less) expect(title).not.toMatch(/\bgrid\b/i)
  })

  test('one word or the other', async ({ page }) => {
    const found = await find(page, 'older "number 11" OR "number 12"')
    expect(titles(found).sort()).toEqual(['Older story number 11', 'Older story number 12'])
  })

  test('the beginning of a word', async ({ page }) => {
    expect(titles(await find(page, 'smørre*'))).toHaveLength(1)
    expect(await find(page, 'smørre')).toEqual([])
  })

  test('a topic, a source, a kind', async ({ page }) => {
    for (const { topics } of await find(page, 'topic:climate')) {
      expect(topics.map(({ slug }) => slug)).toContain('climate')
    }
    for (const { provider } of await find(page, 'source:accents.example')) {
      expect(provider?.name).toBe('Accents Example')
    }
    expect(titles(await find(page, 'type:review source:accents'))).toHaveLength(1)
  })

  test('published before or after a day, hotter or better than so much', async ({ page }) => {
    const found = await find(page, 'older before:2026-08-20 after:2026-08-10 heat:>60 quality:<55')
    expect(found.length).toBeGreaterThan(0)
    for (const { publishedAt, heat, quality } of found) {
      expect(publishedAt < '2026-08-20' && publishedAt >= '2026-08-11').toBe(true)
      expect(heat).toBeGreaterThan(60)
      expect(quality).toBeLessThan(55)
    }
  })

  test('with accents or without', async ({ page }) => {
    for (const q of ['creme brulee', 'CRÈME BRÛLÉE', 'angstrom cafe', 'lodz', 'smorrebrod']) {
      expect(titles(await find(page, q)), q).toEqual([expect.stringMatching(/^Crème brûlée/)])
    }
  })

  test('in scripts that put no space between words', async ({ page }) => {
    for (const q of ['風力', '東京', '都', '風力発電', '"東京都の風力"']) {
      expect(titles(await find(page, q)), q).toEqual([expect.stringMatching(/^東京都/)])
    }
    expect(await find(page, '力風')).toEqual([])
  })

  test('with signs, joined or apart, in any of its letters and digits', async ({ page }) => {
    for (const q of [
      ...['C++', 'f#', 'AT&T', 'R & D', 'antiwar', '"anti war"', 'wifi', 'nodejs', 'covid19'],
      ...['ankara', 'ISTANBUL', 'احمد', 'می روم', '2026', '"antiwar march"', 'antiw*'],
    ]) {
      expect(titles(await find(page, `${q} source:signs.example`)), q).toEqual(['Names with signs'])
    }
    for (const q of ['C', 'F', 'net', 'march -antiwar', 'at', '2025']) {
      expect(await find(page, `${q} source:signs.example`), q).toEqual([])
    }
    await page.goto('/search?q=R+%26+D+antiwar+covid19+ankara+source%3Asigns.example')
    await expect(headlines(page)).toHaveText([/Names with signs/])
    await expect(marks(page)).toHaveText(['R&D', 'anti-war', 'COVID-19', 'Ankara’da'])
  })

  test('and whatever I type, there is an answer', async ({ page }) => {
    for (const q of [
      '"',
      '-',
      'OR',
      '*',
      '(a AND b) NOT c',
      "'; --",
      '%',
      '\\',
      'topic:',
      '\u0000',
    ]) {
      const answer = await page.request.get(`/api/articles?${new URLSearchParams({ q })}`)
      expect(answer.status(), q).toBe(200)
      const html = await page.request.get(`/search?${new URLSearchParams({ q })}`)
      expect(html.status(), q).toBe(200)
    }
  })
})

test('what matched is marked as text, and markup in a title stays text', async ({ page }) => {
  await page.goto('/search?q=stays+text')
  const story = stories(page).filter({ hasText: 'Markup <b>stays</b> text' })
  await expect(story.getByRole('heading').locator('mark')).toHaveText(['stays', 'text'])
  await expect(story.locator('b, i, img, script').filter({ hasText: /^stays$/ })).toHaveCount(0)
  await expect(page).toHaveTitle('stays text – search · Hotsheet')
})

test('an excerpt is shown from near what matched', async ({ page }) => {
  await page.goto('/search?q=smorrebrod')
  const excerpt = stories(page).first().locator('.excerpt')
  await expect(excerpt).toContainText('… ')
  await expect(excerpt.locator('mark')).toHaveText('smørrebrød')
  await expect(excerpt.locator('mark')).toBeInViewport()
})

test.describe('suggestions', () => {
  test('are reached, chosen and opened by keyboard alone', async ({ page }) => {
    await page.goto('/')
    await whenAwake(page)
    await page.keyboard.press('/')
    await page.keyboard.type('cl')
    const climate = options(page).filter({ hasText: /^Climate/ })
    await expect(climate).toBeVisible()
    await expect(field(page)).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('ArrowDown')
    await expect(climate).toHaveAttribute('aria-selected', 'true')
    const chosen = await climate.getAttribute('id')
    await expect(field(page)).toHaveAttribute('aria-activedescendant', chosen ?? '')
    await expect(field(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(options(page)).toHaveCount(0)
    await expect(field(page)).toHaveValue('cl')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/topics/climate')
    await expect(options(page)).toHaveCount(0)
  })

  test('name headlines and sources', async ({ page, press }) => {
    await page.goto('/search')
    await whenAwake(page)
    await field(page).fill('peatl')
    await expect(options(page).first()).toContainText('peatlands')
    await field(page).fill('accents')
    await press(options(page).filter({ hasText: 'Accents Example' }))
    await expect(page).toHaveURL('/search?q=source%3Aaccents.example')
    await expect(headlines(page).first()).toContainText('Crème brûlée')
  })

  test('are those of the last letters, however late an answer comes', async ({ page }) => {
    await page.goto('/search')
    await whenAwake(page)
    await page.route('**/api/suggestions?q=cl', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await route.continue().catch(() => undefined)
    })
    await field(page).pressSequentially('cl')
    await page.waitForTimeout(300)
    await field(page).fill('peatl')
    await expect(options(page).first()).toContainText('peatlands')
    await page.waitForTimeout(1_200)
    await expect(options(page).filter({ hasText: /^Climate/ })).toHaveCount(0)
  })

  test('are missed quietly where there is no line', async ({ page }) => {
    await page.goto('/search')
    await whenAwake(page)
    await page.route('**/api/suggestions?**', (route) => route.abort())
    await field(page).fill('peatlands')
    await page.waitForTimeout(500)
    await expect(options(page)).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(headlines(page).first()).toContainText('peatlands')
  })
})

test('while I type, "/" is a letter', async ({ page }) => {
  await page.goto('/search')
  await whenAwake(page)
  await field(page).focus()
  await page.keyboard.type('a/b')
  await expect(field(page)).toHaveValue('a/b')
})

test('a misspelt word finds nothing, and is corrected by a press', async ({ page, press }) => {
  await page.goto('/search?q=peetlands')
  await expect(page.getByText('Nothing was found.')).toBeVisible()
  await whenAwake(page)
  await press(page.getByRole('link', { name: 'peatlands' }))
  await expect(page).toHaveURL('/search?q=peatlands')
  await expect(headlines(page).first()).toContainText('peatlands')
})

test('where nothing is found, what finds something is offered', async ({ page, press }) => {
  await page.goto('/search?q=peatlands+before%3A1990')
  await whenAwake(page)
  await press(page.getByRole('link', { name: 'Without its filters' }))
  await expect(page).toHaveURL('/search?q=peatlands')
  await expect(headlines(page).first()).toContainText('peatlands')
})

test('a search is narrowed to a topic, and the text says so', async ({ page, press }) => {
  await page.goto('/search?q=the')
  await whenAwake(page)
  const topic = page.getByRole('navigation', { name: 'Search within a topic' }).getByRole('link')
  await press(topic.first())
  await expect(page).toHaveURL(/q=topic%3A[a-z-]+\+the$/)
  await expect(field(page)).toHaveValue(/^topic:[a-z-]+ the$/)
})

test('what was found can be sorted', async ({ page, press }) => {
  await page.goto('/search?q=older')
  await whenAwake(page)
  const sorts = page.getByRole('navigation', { name: 'Sort' })
  await expect(sorts.getByRole('link')).toHaveText([
    'Relevance',
    'Top',
    'Latest',
    'Heat',
    'Quality',
  ])
  await press(sorts.getByRole('link', { name: 'Heat' }))
  await expect(page).toHaveURL('/search?q=older&sort=heat')
  const shown = await storyIds(page)
  const found = await find(page, 'older', '&sort=heat')
  expect(shown).toEqual(found.slice(0, shown.length).map(({ id }) => id))
  const heats = found.map(({ heat }) => heat ?? 0)
  expect(heats).toEqual([...heats].sort((a, b) => b - a))
})

test('older results follow as I scroll, and my place is kept on back', async ({ page, press }) => {
  await page.goto('/search?q=older+story')
  await scrollTo(page, 60)
  const seen = await storyIds(page)
  const found = await find(page, 'older story', '', seen.length)
  expect(seen).toEqual(found.map(({ id }) => id))
  await expect(page.getByRole('status').filter({ hasText: /more stories loaded/ })).toHaveCount(1)
  const { mine, title } = await restAt(page, 45)
  await press(mine)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeInViewport()
  await page.goBack()
  await expect(page).toHaveURL('/search?q=older+story')
  await expect(page.getByRole('link', { name: title, exact: true }).first()).toBeInViewport()
})

test('on the way back the field says what was found there', async ({ page }) => {
  await page.goto('/search?q=peatlands')
  await whenAwake(page)
  await field(page).fill('older story')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/search?q=older+story')
  await expect(field(page)).toHaveValue('older story')
  await page.goBack()
  await expect(page).toHaveURL('/search?q=peatlands')
  await expect(field(page)).toHaveValue('peatlands')
})

test('a topic is searched from its page', async ({ page, press }) => {
  await page.goto('/topics/climate')
  await whenAwake(page)
  await press(page.getByRole('link', { name: 'Search this topic' }))
  await expect(field(page)).toHaveValue('topic:climate')
  await field(page).press('End')
  await page.keyboard.type(' peatlands')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/search?q=topic%3Aclimate+peatlands')
  await expect(headlines(page).first()).toContainText('peatlands')
})

test('browsers are told how to search here', async ({ page, baseURL }) => {
  await page.goto('/')
  const href = await page.locator('link[rel=search]').getAttribute('href')
  const description = await (await page.request.get(href ?? '')).text()
  expect(description).toContain(`template="${baseURL}/search?q={searchTerms}"`)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours axe finds nothing serious`, () => {
    test.use({ colorScheme })

    for (const path of ['/search', '/search?q=the', '/search?q=peetlands']) {
      test(`on ${path}, with suggestions`, async ({ page }) => {
        await page.goto(path)
        await whenAwake(page)
        await field(page).fill('cl')
        await expect(options(page).first()).toBeVisible()
        await page.keyboard.press('ArrowDown')
        expect(await seriousProblems(page)).toEqual([])
      })
    }
  })
}

test('no search is wider than a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  for (const path of ['/search', '/search?q=the&sort=heat', `/search?q=${'long'.repeat(40)}`]) {
    await page.goto(path)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, path).toBeLessThanOrEqual(320)
  }
})

test('engines are asked to leave results out', async ({ page }) => {
  await page.goto('/search?q=older')
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('I search, page by page, and search again', async ({ page, press }) => {
    await page.goto('/')
    const sign = page.getByRole('search').getByRole('button', { name: 'Search' })
    await press(sign)
    await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible()
    await field(page).fill('older story')
    await press(sign)
    await expect(page).toHaveURL('/search?q=older+story')
    const seen = await storyIds(page)
    for (let turn = 0; turn < 2; turn += 1) {
      await press(page.getByRole('link', { name: 'Older stories' }))
      await expect(page.getByRole('link', { name: 'Back to the first stories' })).toBeVisible()
      seen.push(...(await storyIds(page)))
    }
    const found = await find(page, 'older story')
    expect(seen).toEqual(found.slice(0, seen.length).map(({ id }) => id))
    await press(page.getByRole('link', { name: 'Latest' }))
    await expect(page).toHaveURL('/search?q=older+story&sort=latest')
    await field(page).fill('older number')
    await press(sign)
    await expect(page).toHaveURL('/search?q=older+number&sort=latest')
  })

  test('examples show what can be asked for', async ({ page, press }) => {
    await page.goto('/search')
    await press(page.getByRole('main').getByRole('link', { name: 'topic:climate' }))
    await expect(page).toHaveURL('/search?q=topic%3Aclimate')
    await expect(headlines(page).first()).toBeVisible()
  })
})

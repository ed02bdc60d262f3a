import type { Page } from '@playwright/test'
import { seriousProblems } from './axe'
import { expect, fromApi, test } from './reader'

const pages = {
  'the feed': '/',
  'a sorted feed': '/?sort=heat&window=all',
  'a stop between heat and quality': '/?sort=blend75',
  'the stories of a day': '/days/2021-02-14',
  'a day without stories': '/days/2021-02-15',
  'a topic': '/topics/climate',
  'several topics': '/?any=ai,climate&none=energy',
  'a combination without a story': '/?all=archive,climate',
  'all topics': '/topics',
  'the choice of topics': '/topics?all=climate',
  'the search page': '/search',
  'what a search finds': '/search?q=the',
  'a page that is not there': '/articles/nothing-here',
  'a page that is not kept': '/offline',
  'the saved stories': '/saved',
  'the settings': '/settings',
}

async function expectNothingSerious(page: Page) {
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await seriousProblems(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(async () => {
    // What is folded away does not move on.
    const isShown = ({ effect }: Animation) =>
      effect instanceof KeyframeEffect && effect.target?.checkVisibility()
    await Promise.all(
      document
        .getAnimations()
        .filter(isShown)
        .map(({ finished }) => finished),
    )
  })
  // Nothing but colours is another one in the dark.
  expect(await seriousProblems(page, ['color-contrast'])).toEqual([])
}

test.describe('in light and in dark colours axe finds nothing serious', () => {
  // Each width reads in one direction, so that both are tried, with fingers and with a mouse.
  for (const [name, path] of Object.entries(pages)) {
    test(`on ${name}, from left to right`, { tag: '@phone' }, async ({ page }) => {
      await page.goto(path)
      await expectNothingSerious(page)
    })

    test(`on ${name}, from right to left`, { tag: '@desktop' }, async ({ page }) => {
      await page.goto(`/ar${path === '/' ? '' : path}`)
      await expectNothingSerious(page)
    })
  }

  test('on an article', async ({ page }) => {
    const articles = await fromApi(page, 'all=test-pieces', 10)
    const whole = articles.find(({ title }) => title.startsWith('Everything'))
    await page.goto(whole?.href ?? '')
    await expectNothingSerious(page)
  })
})

test('what fingers press is at least 44 px high', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/')
  const heights = await page
    .locator('nav a:visible, .button:visible')
    .evaluateAll((links) =>
      links.map((link) => [link.textContent, link.getBoundingClientRect().height] as const),
    )
  expect(heights.filter(([, height]) => height > 1 && height < 44)).toEqual([])
})

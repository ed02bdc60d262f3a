import type { Locator, Page } from '@playwright/test'
import { expect, headlines, stories, test, whenAwake } from './reader'

// Each piece of text stands in one row.
test.use({ viewport: { width: 1440, height: 900 }, hasTouch: false, isMobile: false })

const LATIN = 'The ferry crew wins!'
const LATIN_RELATED = 'The other crew wins!'
const ARABIC_RELATED = 'فاز طاقم العبّارة!'
const ARABIC_SOURCE = 'المرفأ!'
const LATIN_SOURCE = 'Harbour Post!'
const LATIN_TOPIC = 'Mixed scripts!'
const ARABIC_TOPIC = 'لغتان!'
const ALL_OF_A_STORY = [
  ...[LATIN, LATIN_RELATED, ARABIC_RELATED, ARABIC_SOURCE],
  ...[LATIN_SOURCE, LATIN_TOPIC, ARABIC_TOPIC],
]

/** How often a text is shown in an element, and whether its last sign stands behind its first each time. */
function places(scope: Locator, text: string): Promise<boolean[]> {
  return scope.evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const found: boolean[] = []
    const leftOf = (node: Text, at: number) => {
      const range = new Range()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      return range.getBoundingClientRect().left
    }
    for (
      let node = walker.nextNode() as Text | null;
      node;
      node = walker.nextNode() as Text | null
    ) {
      const at = node.data.indexOf(sought)
      if (at < 0 || !node.parentElement?.checkVisibility()) continue
      const [first, last] = [leftOf(node, at), leftOf(node, at + sought.length - 1)]
      found.push(/^\p{Script=Arabic}/u.test(sought) ? last < first : last > first)
    }
    return found
  }, text)
}

/** Each of the texts is shown, and its sign stands at its own end. */
async function expectInOrder(scope: Locator, texts: string[]): Promise<void> {
  await expect(scope).toBeVisible()
  for (const text of texts) {
    const found = await places(scope, text)
    expect(found.length, text).toBeGreaterThan(0)
    expect(found, text).not.toContain(false)
  }
}

/** The slug of a topic, by its name. */
async function slugOf(page: Page, topic: string): Promise<string> {
  await page.goto('/topics')
  const link = page.getByRole('main').getByRole('link', { name: topic })
  return ((await link.getAttribute('href')) ?? '').split('/').at(-1) ?? ''
}

const story = (page: Page) => stories(page).filter({ hasText: LATIN }).first()

for (const prefix of ['', '/de', '/ar']) {
  test.describe(`${prefix || '/en'}: the signs of a text stay at its end`, () => {
    const lists = [
      '/search?q=source:bidi.example',
      '/days/2019-03-05',
      `/topics/${encodeURIComponent('mixed-scripts')}`,
    ]
    for (const path of lists) {
      test(`in a list: ${path}`, async ({ page }) => {
        await page.goto(prefix + path)
        await expectInOrder(story(page), ALL_OF_A_STORY)
        await expectInOrder(story(page).locator('.nested'), [LATIN_RELATED, ARABIC_RELATED])
      })
    }

    test('on an article, in its related coverage and its timeline', async ({ page }) => {
      await page.goto(`${prefix}/days/2019-03-05`)
      await headlines(page).filter({ hasText: LATIN }).click()
      const article = page.locator('main.article:visible')
      await expectInOrder(article, ALL_OF_A_STORY)
      await expectInOrder(article.locator('.read-at'), [ARABIC_SOURCE])
      await expectInOrder(article.locator('.body'), [LATIN, ARABIC_RELATED])
      await expectInOrder(article.locator('.related'), [
        ...[LATIN_RELATED, ARABIC_RELATED],
        ...[ARABIC_SOURCE, LATIN_SOURCE],
      ])
      await expectInOrder(article.locator('.timeline > p'), [ARABIC_SOURCE])
      await article.locator('.timeline summary').click()
      await expectInOrder(article.locator('.timeline-table'), [
        ...[LATIN_RELATED, ARABIC_RELATED],
        ...[ARABIC_SOURCE, LATIN_SOURCE],
      ])
    })

    test('among the topics, and in headings made of them', async ({ page }) => {
      await page.goto(`${prefix}/topics`)
      await expectInOrder(page.getByRole('main'), [LATIN_TOPIC, ARABIC_TOPIC])
      await page.goto(`${prefix}/topics/mixed-scripts`)
      await expectInOrder(page.getByRole('heading', { level: 1 }), [LATIN_TOPIC])
      await expectInOrder(page.locator('.topics'), [LATIN_TOPIC])
      const arabic = await slugOf(page, ARABIC_TOPIC)
      await page.goto(`${prefix}/topics?all=mixed-scripts,${arabic}`)
      await expectInOrder(page.locator('.chosen'), [LATIN_TOPIC, ARABIC_TOPIC])
      await page.goto(`${prefix}/topics/mixed-scripts?any=${arabic}`)
      await expectInOrder(page.getByRole('heading', { level: 1 }), [LATIN_TOPIC, ARABIC_TOPIC])
      await page.goto(`${prefix}/topics?all=mixed-scripts,${arabic}`)
      await expectInOrder(page.getByRole('main'), [LATIN_TOPIC, ARABIC_TOPIC])
    })

    test('in what is saved, in menus and in notices', async ({ page }) => {
      await page.goto(`${prefix}/days/2019-03-05`)
      await whenAwake(page)
      await story(page).locator('[data-action="save"]').click()
      await expect(story(page)).toHaveAttribute('data-saved')
      await story(page).locator('[data-action="menu"]').click()
      const menu = page.locator('.story-menu')
      await expectInOrder(menu, [ARABIC_SOURCE, LATIN_TOPIC, ARABIC_TOPIC])
      await menu.getByRole('button', { name: ARABIC_SOURCE }).click()
      await expectInOrder(page.locator('.notice'), [ARABIC_SOURCE])
      await page.goto(`${prefix}/saved`)
      await expectInOrder(story(page), [LATIN, LATIN_RELATED, ARABIC_RELATED, ARABIC_SOURCE])
    })

    test('what I type runs as I write it', async ({ page }) => {
      await page.goto(`${prefix}/search`)
      const field = page.getByRole('main').getByRole('combobox')
      await expect(field).toHaveCSS('unicode-bidi', 'plaintext')
    })
  })
}

test('titles and labels keep text of another direction apart', async ({ page }) => {
  await page.goto(`/topics/${await slugOf(page, ARABIC_TOPIC)}`)
  await expect(page).toHaveTitle(`\u2068${ARABIC_TOPIC}\u2069 · Hotsheet`)
  await page.goto('/ar/topics/mixed-scripts')
  await expect(page).toHaveTitle(`\u2068${LATIN_TOPIC}\u2069 · Hotsheet`)
  await page.goto('/topics/mixed-scripts')
  await expect(page).toHaveTitle(`${LATIN_TOPIC} · Hotsheet`)
  await page.goto('/settings')
  await page.getByRole('searchbox', { name: 'Find a topic' }).fill(ARABIC_TOPIC)
  const follow = page.getByRole('button', { name: `Follow \u2068${ARABIC_TOPIC}\u2069` })
  await follow.click()
  await expect(page.locator('.settings-status')).toContainText(`\u2068${ARABIC_TOPIC}\u2069`)
})

import type { Page } from '@playwright/test'
import { expect, headlines, stories, test, whenAwake } from './reader'

/** Contrast with white paper that small print must have, and that the text itself must have (WCAG 2.2, AA and AAA). */
const LEAST = 4.5
const LEAST_OF_TEXT = 7

interface Printed {
  text: string
  contrast: number
  isLong: boolean
}

/** All text that is printed, with its contrast on white: browsers leave backgrounds out. */
function printed(page: Page): Promise<Printed[]> {
  return page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const contrastOf = (color: string) => {
      if (!canvas) return 0
      canvas.fillStyle = '#fff'
      canvas.fillRect(0, 0, 1, 1)
      canvas.fillStyle = color
      canvas.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(
        (part) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4),
      )
      return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }
    return [...document.body.querySelectorAll('*')].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true })) return []
      const own = [...element.childNodes].filter((node) => node instanceof Text)
      const text = own.map((node) => node.data.trim()).join(' ')
      const after = getComputedStyle(element, '::after')
      const isGenerated = after.content !== 'none' && after.display !== 'none'
      const isLong = element.closest('.body, .standfirst, h1, h2, h3, .read-at') !== null
      return [
        ...(text === ''
          ? []
          : [{ text, contrast: contrastOf(getComputedStyle(element).color), isLong }]),
        ...(isGenerated
          ? [{ text: after.content, contrast: contrastOf(after.color), isLong }]
          : []),
      ]
    })
  })
}

async function expectDark(page: Page): Promise<void> {
  const all = await printed(page)
  expect(all.length).toBeGreaterThan(3)
  const light = all.filter(({ contrast, isLong }) => contrast < (isLong ? LEAST_OF_TEXT : LEAST))
  expect(light).toEqual([])
}

const CONTROLS = 'button, input, select, textarea, nav a, [popover], .story-buttons'

async function articlePath(page: Page): Promise<string> {
  await page.goto('/topics/test-pieces')
  const href = await headlines(page).filter({ hasText: 'Everything' }).first().getAttribute('href')
  return href ?? ''
}

for (const [colorScheme, theme] of [
  ['light', 'system'],
  ['dark', 'system'],
  ['light', 'dark'],
  ['dark', 'sepia'],
] as const) {
  test(`what is printed is dark on white, without controls (${colorScheme}, ${theme})`, async ({
    page,
  }) => {
    test.slow()
    await page.addInitScript((chosen) => {
      localStorage.setItem('hotsheet:settings', JSON.stringify({ theme: chosen }))
    }, theme)
    const article = await articlePath(page)
    await page.goto('/')
    await whenAwake(page)
    await stories(page).nth(1).locator('[data-action="save"]').click()
    await expect(page.locator('.notice')).toContainText('Saved')
    for (const path of ['/', article, '/ar', '/saved', '/days/2026-11-10', '/search?q=energy']) {
      await page.emulateMedia({ media: 'screen', colorScheme })
      await page.goto(path)
      await expect(stories(page).or(page.locator('main.article')).first()).toBeVisible()
      await page.emulateMedia({ media: 'print', colorScheme })
      await expectDark(page)
      const shown = page.locator(CONTROLS).filter({ visible: true })
      await expect(shown).toHaveCount(0)
      const ground = await page.evaluate(
        () => getComputedStyle(document.documentElement).backgroundColor,
      )
      expect(ground).toBe('rgb(255, 255, 255)')
    }
  })
}

test('on paper the link to the original is as dark as the text, and says its address', async ({
  page,
}) => {
  await page.goto(await articlePath(page))
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const link = page.locator('.read-at')
  const style = await link.evaluate((element) => {
    const after = getComputedStyle(element, '::after')
    return {
      color: getComputedStyle(element).color,
      after: after.color,
      content: after.content,
      ground: getComputedStyle(element).backgroundColor,
      text: getComputedStyle(document.querySelector('h1') ?? element).color,
    }
  })
  expect(style).toMatchObject({ color: style.text, after: style.text, ground: 'rgba(0, 0, 0, 0)' })
  expect(style.content).toContain((await link.getAttribute('href')) ?? '–')
})

test('pictures and stories are not torn apart between two pages', async ({ page }) => {
  await page.goto('/')
  await page.emulateMedia({ media: 'print' })
  for (const selector of ['.picture', '.story article']) {
    await expect(page.locator(selector).first()).toHaveCSS('break-inside', 'avoid')
  }
})

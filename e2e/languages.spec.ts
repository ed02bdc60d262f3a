import type { Page } from '@playwright/test'
import { expect, headlines, scrollTo, stories, test, whenAwake } from './reader'

/** Internal links that leave a language, but for those of the language switch. */
function linksOutside(page: Page, prefix: string): Promise<string[]> {
  return page
    .locator('a[href^="/"]:not([hreflang])')
    .evaluateAll(
      (links, own) =>
        links
          .map((link) => link.getAttribute('href') ?? '')
          .filter(
            (href) => href !== own && !href.startsWith(`${own}/`) && !href.startsWith(`${own}?`),
          ),
      prefix,
    )
}

function switchTo(page: Page, name: string) {
  return page.getByRole('contentinfo').getByRole('link', { name })
}

test('a German reader finds the feed in German, and all that it leads to', async ({
  page,
  press,
}) => {
  await page.goto('/de')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  const sorts = page.getByRole('navigation', { name: 'Sortierung' })
  await expect(sorts.getByRole('link', { name: 'Neueste' })).toBeVisible()
  expect(await linksOutside(page, '/de')).toEqual([])
  await whenAwake(page)

  await press(sorts.getByRole('link', { name: 'Neueste' }))
  await expect(page).toHaveURL('/de?sort=latest')
  await press(
    page.getByRole('navigation', { name: 'Themen' }).getByRole('link', { name: 'Climate' }),
  )
  await expect(page).toHaveURL('/de/topics/climate?sort=latest')
  await press(page.getByRole('link', { name: 'Themen kombinieren' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Themen kombinieren' })).toBeVisible()
  await page.goBack()

  await press(headlines(page).first())
  await expect(page).toHaveURL(/\/de\/articles\//)
  await expect(page.getByRole('heading', { name: 'Warum sie hier steht' })).toBeVisible()
  await expect(page.getByText('Veröffentlicht am')).toBeVisible()
  expect(await linksOutside(page, '/de')).toEqual([])
})

test('stories that a German reader scrolls to lead on in German, too', async ({ page }) => {
  await page.goto('/de')
  await whenAwake(page)
  await scrollTo(page, 20)
  await expect(
    page.getByRole('status').filter({ hasText: 'weitere Meldungen geladen' }),
  ).toBeAttached()
  expect(await linksOutside(page, '/de')).toEqual([])
})

test('a German reader searches in German and is told so where nothing is found', async ({
  page,
}) => {
  await page.goto('/de/search')
  const field = page.getByRole('main').getByRole('combobox', { name: 'Meldungen durchsuchen' })
  await field.fill('energy')
  await field.press('Enter')
  await expect(page).toHaveURL('/de/search?q=energy')
  await expect(stories(page).first()).toBeVisible()
  await page.goto('/de/search?q=zzzzqqqq')
  await expect(page.getByText('Nichts gefunden.')).toBeVisible()
})

test('dates and numbers are those of the reader’s language', async ({ page }) => {
  const told = async (path: string) => {
    await page.goto(path)
    await whenAwake(page)
    return page.getByRole('main').locator('li[data-id] .meta time').last().innerText()
  }
  expect(await told('/search?q=before:2021-06')).toMatch(/^\d{1,2} [A-Z][a-z]{2,4} \d{4}$/)
  expect(await told('/de/search?q=before:2021-06')).toMatch(/^\d{1,2}\. \p{L}+\.? \d{4}$/u)
  expect(await told('/ar/search?q=before:2021-06')).toMatch(
    /^\p{Nd}{1,2} \p{Script=Arabic}+ \p{Nd}{4}$/u,
  )
})

test('an Arabic reader finds the page running from right to left', async ({ page }) => {
  await page.goto('/ar')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const width = page.viewportSize()?.width ?? 0
  const name = await page.getByRole('banner').getByRole('link', { name: 'Hotsheet' }).boundingBox()
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeGreaterThan(width / 2)
  const picture = stories(page).nth(1).locator('.picture')
  if (await picture.count()) expect((await picture.boundingBox())?.x).toBeLessThan(width / 2)
  const title = await headlines(page)
    .first()
    .evaluate((link) => getComputedStyle(link.closest('h2') ?? link).textAlign)
  expect(title).toBe('right')
  await expect(page.getByRole('link', { name: 'كل المواضيع' })).toBeVisible()
})

for (const width of [320, 390]) {
  for (const path of ['/de', '/ar', '/ar/topics', '/ar/search', '/de/topics?all=climate']) {
    test(`${path} fits a screen of ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(path)
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect(overflow).toBeLessThanOrEqual(0)
    })
  }
}

test('the language switch leads to the same page in the other language, and back', async ({
  page,
  press,
}) => {
  await page.goto('/topics?all=climate')
  for (const [language, address] of [
    ['Deutsch', '/de/topics?all=climate'],
    ['العربية', '/ar/topics?all=climate'],
    ['English', '/topics?all=climate'],
  ] as const) {
    const link = switchTo(page, language)
    // It learns where it leads when a reader comes to it; asleep, it leads to the front page.
    await expect(async () => {
      await link.blur()
      await link.focus()
      await expect(link).toHaveAttribute('href', address, { timeout: 200 })
    }).toPass()
    await press(link)
    await expect(page).toHaveURL(address)
  }
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('an address with /en leads to the one without', async ({ page }) => {
  await page.goto('/en/topics/climate')
  await expect(page).toHaveURL('/topics/climate')
})

test('an address that leads nowhere is answered in its language', async ({ page, press }) => {
  const answer = await page.goto('/de/nothing/here')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Unter dieser Adresse gibt es nichts',
  )
  await press(page.getByRole('main').getByRole('link', { name: 'Alle Meldungen' }))
  await expect(page).toHaveURL('/de')
  expect((await page.goto('/ar/topics/nothing'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('لا يوجد شيء في هذا العنوان')
})

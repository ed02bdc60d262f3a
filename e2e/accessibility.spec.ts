import AxeBuilder from '@axe-core/playwright'
import { expect, fromApi, test } from './reader'

const pages = {
  'the feed': '/',
  'a sorted feed': '/?sort=heat&window=all',
  'a topic': '/topics/climate',
  'several topics': '/?any=ai,climate&none=energy',
  'a combination without a story': '/?all=archive,climate',
  'all topics': '/topics',
  'the choice of topics': '/topics?all=climate',
  'a page that is not there': '/articles/nothing-here',
}

async function expectNothingSerious(page: Parameters<typeof fromApi>[0]) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
  expect(told).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours axe finds nothing serious`, () => {
    test.use({ colorScheme })

    for (const [name, path] of Object.entries(pages)) {
      test(`on ${name}`, async ({ page }) => {
        await page.goto(path)
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
}

test('what fingers press is at least 44 px high', async ({ page, hasTouch }) => {
  test.skip(!hasTouch, 'a mouse needs less')
  await page.goto('/')
  const heights = await page
    .locator('nav a:visible, .button:visible')
    .evaluateAll((links) =>
      links.map((link) => [link.textContent, link.getBoundingClientRect().height] as const),
    )
  expect(heights.filter(([, height]) => height > 1 && height < 44)).toEqual([])
})

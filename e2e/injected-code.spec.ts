import type { Page } from '@playwright/test'
import { expect, test } from './reader'

/** Opens a page with this markup and the headers of `/topics`, as a flaw of the site would send it. */
async function inject(page: Page, markup: string): Promise<void> {
  await page.route('/topics', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `<!doctype html><title>Topics</title>${markup}` })
  })
  await page.goto('/topics')
}

const injections = {
  'an inline script': `<script>document.title = 'hit'</script>`,
  'a handler': `<img src="/icon.svg" alt="" onload="document.title = 'hit'">`,
  'a script of another host': `<script src="https://evil.example/hit.js"></script>`,
  'a script in data': `<script src="data:text/javascript,document.title='hit'"></script>`,
  'a frame with a script': `<iframe srcdoc="<script>parent.document.title='hit'</script>"></iframe>`,
  'a style': `<style>body { --hit: 1 }</style>`,
}

for (const [name, markup] of Object.entries(injections)) {
  test(`${name} that gets into a page is refused`, async ({ page, policyReports }) => {
    await inject(page, markup)
    await expect.poll(() => policyReports.length).toBeGreaterThan(0)
    await expect(page).not.toHaveTitle('hit')
    const hit = () => getComputedStyle(document.body).getPropertyValue('--hit')
    expect(await page.evaluate(hit)).toBe('')
    policyReports.length = 0
  })
}

test('a base that gets into a page changes no address', async ({ page, policyReports }) => {
  await inject(page, '<base href="https://evil.example/">')
  expect(await page.evaluate(() => document.baseURI)).toBe(page.url())
  policyReports.length = 0
})

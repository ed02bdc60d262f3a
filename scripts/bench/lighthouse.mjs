import { findBrowser } from '../steps/browser.mjs'
import { run } from '../steps/command.mjs'
import { serveHotsheet } from './servers.mjs'

const VERSION = '12.2.3'
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']

/** @param {string} url */
async function audit(url) {
  const flags =
    '--headless=new --no-sandbox --disable-background-networking --disable-component-update'
  const { lines } = await run(
    [
      'npx',
      '--yes',
      `lighthouse@${VERSION}`,
      url,
      '--output=json',
      '--quiet',
      `--chrome-flags=${flags}`,
    ],
    { env: { CHROME_PATH: (await findBrowser()) ?? undefined } },
  )
  const text = lines.join('\n')
  const { categories } = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  return CATEGORIES.map((name) => [name, Math.round(categories[name].score * 100)])
}

/** @returns {Promise<import('./results.mjs').Table>} */
export async function measureLighthouse() {
  const site = await serveHotsheet()
  try {
    const feed = await (await fetch(`${site.url}/api/articles?limit=1`)).json()
    const table = []
    for (const page of ['/', feed.articles[0].href]) {
      const scores = await audit(site.url + page)
      table.push({ page: page === '/' ? '`/`' : 'an article', ...Object.fromEntries(scores) })
    }
    return table
  } finally {
    await site.stop()
  }
}

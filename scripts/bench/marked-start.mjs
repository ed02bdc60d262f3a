import { median } from './results.mjs'

const RUNS = 11
const CPU = 4
const STATES = 20_000

/** An exported file with so many stories, some of them on the front page. @param {string} url */
async function makeFile(url) {
  const { articles } = await (await fetch(`${url}/api/articles?limit=100`)).json()
  const shown = articles.map(({ id }) => id)
  const others = Array.from({ length: STATES - shown.length }, (_, i) =>
    (i + 36 ** 9).toString(36).padStart(10, '0'),
  )
  const stories = [...shown, ...others].map((id, i) => ({
    id,
    read: 1_790_000_000_000 + i,
    // The first story stays, so that both readers see the same one painted.
    ...(i % 5 === 2 && { hidden: 1_790_000_000_000 + i }),
  }))
  const settings = {
    theme: 'sepia',
    density: 'compact',
    mutedTopics: Array.from({ length: 50 }, (_, i) => `muted-${i}`),
    mutedSources: Array.from({ length: 50 }, (_, i) => `muted-${i}.example`),
    mutedWords: Array.from({ length: 20 }, (_, i) => `muted${i}`),
  }
  const text = JSON.stringify({ hotsheet: 1, exportedAt: new Date(0), settings, stories })
  return { name: 'reader.json', mimeType: 'application/json', buffer: Buffer.from(text) }
}

const newReader = (browser) => browser.newContext({ viewport: { width: 390, height: 844 } })

/** @param {import('@playwright/test').BrowserContext} reader */
async function importAll(reader, url) {
  const page = await reader.newPage()
  await page.goto(`${url}/settings`, { waitUntil: 'networkidle' })
  await page.locator('input[type=file]').setInputFiles(await makeFile(url))
  await page.getByText('20,000').waitFor({ timeout: 60_000 })
  await page.close()
}

/** When the first stories were painted, and when each told whether it was read, in ms. */
async function measureOnce(reader, url) {
  const page = await reader.newPage()
  const session = await reader.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  await page.goto(url, { waitUntil: 'load' })
  await page.locator('.story[data-marked]').first().waitFor({ state: 'attached' })
  const marked = await page.evaluate(() => performance.now())
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0].startTime,
  )
  await page.close()
  return { painted, marked }
}

/** The first list of a reader with 20,000 marks beside that of one with none. */
export async function measureMarkedStart(browser, url) {
  const [fresh, marked] = [await newReader(browser), await newReader(browser)]
  await importAll(marked, url)
  const samples = { fresh: [], marked: [] }
  for (let run = 0; run <= RUNS; run += 1) {
    for (const [name, reader] of Object.entries({ fresh, marked })) {
      const sample = await measureOnce(reader, url)
      // The first is for the browser's caches.
      if (run > 0) samples[name].push(sample)
    }
  }
  for (const reader of [fresh, marked]) await reader.close()
  const row = (what, name, wanted) => {
    const [without, with_] = ['fresh', 'marked'].map((reader) =>
      median(samples[reader].map((sample) => sample[name])),
    )
    return {
      what,
      measured: `${Math.round(with_ - without)} ms (${Math.round(with_)} to ${Math.round(without)})`,
      wanted,
    }
  }
  return [
    row('First stories painted later with 20,000 marks', 'painted', 'less than 50 ms'),
    row('First stories marked later with 20,000 marks', 'marked', 'less than 50 ms'),
  ]
}

import { median } from './results.mjs'

const RUNS = 11
const CPU = 4
const STATES = 20_000

/** An exported file with so many stories, the first of them on the front page. */
async function makeFile(url, count) {
  const { articles } = await (await fetch(`${url}/api/articles?limit=100`)).json()
  const shown = articles.map(({ id }) => id)
  const others = Array.from({ length: STATES }, (_, i) =>
    (i + 36 ** 9).toString(36).padStart(10, '0'),
  )
  const stories = [...shown, ...others].slice(0, count).map((id, i) => ({
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
async function importMarks(reader, url, count) {
  const page = await reader.newPage()
  await page.goto(`${url}/settings`, { waitUntil: 'networkidle' })
  await page.locator('input[type=file]').setInputFiles(await makeFile(url, count))
  const done = new RegExp(`\\b${count.toLocaleString('en')} stor(y|ies) imported`)
  await page.getByText(done).first().waitFor({ timeout: 60_000 })
  await page.close()
}

/** When the first stories were painted, and when the first told how it is marked, in ms. */
async function measureOnce(reader, url, hasMarks) {
  const page = await reader.newPage()
  const session = await reader.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('.story[data-marked]')) window.marked ??= performance.now()
    })
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ['data-marked'] })
  })
  await page.goto(url, { waitUntil: 'load' })
  if (hasMarks) await page.waitForFunction(() => window.marked)
  const sample = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    marked: window.marked,
  }))
  await page.close()
  return sample
}

/** The first list of a reader with 20,000 marks beside those of readers with one and with none. */
export async function measureMarkedStart(browser, url) {
  const counts = [0, 1, STATES]
  const readers = await Promise.all(counts.map(() => newReader(browser)))
  for (const [i, count] of counts.entries()) {
    if (count > 0) await importMarks(readers[i], url, count)
  }
  const samples = counts.map(() => [])
  for (let run = 0; run <= RUNS; run += 1) {
    for (const [i, count] of counts.entries()) {
      const sample = await measureOnce(readers[i], url, count > 0)
      // The first is for the browser's caches.
      if (run > 0) samples[i].push(sample)
    }
  }
  for (const reader of readers) await reader.close()
  const row = (what, name, than) => {
    const time = (i) => median(samples[i].map((sample) => sample[name]))
    const [few, many] = [time(counts.indexOf(than)), time(counts.indexOf(STATES))]
    const measured = `${Math.round(many - few)} ms (${Math.round(many)} to ${Math.round(few)})`
    return { what, measured, wanted: 'less than 50 ms' }
  }
  return [
    row('First stories painted later with 20,000 marks than with none', 'painted', 0),
    row('First stories marked later with 20,000 marks than with one', 'marked', 1),
  ]
}

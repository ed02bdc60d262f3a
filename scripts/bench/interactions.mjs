const CPU = 4
const INTERACTIONS = 200
/** Milliseconds between two things that a reader does. */
const PAUSE = 250

/** Notes how long each interaction took until the next frame, by its id, and what was being done. Runs in the page. */
function watchInteractions() {
  const [took, deeds] = [new Map(), []]
  Object.assign(window, { took, deeds })
  const observer = new PerformanceObserver((list) => {
    for (const { interactionId, duration, startTime } of list.getEntries()) {
      if (!interactionId) continue
      const before = took.get(interactionId)
      if (!before || before.duration < duration)
        took.set(interactionId, {
          duration,
          deed: deeds.findLast(({ since }) => since <= startTime)?.deed ?? 0,
          at: location.pathname,
        })
    }
  })
  observer.observe({ type: 'event', durationThreshold: 16 })
}

const inView = (
  /** @type {import('@playwright/test').Page} */ page,
  /** @type {string} */ selector,
) => page.locator(`${selector}:visible`)

/** What a reader does again and again, each one interaction or a few. @type {((page: import('@playwright/test').Page) => Promise<void>)[]} */
const DEEDS = [
  (page) => inView(page, 'main .story [data-action=save]').first().tap(),
  (page) => page.keyboard.press('j'),
  (page) => page.keyboard.press('j'),
  (page) => page.keyboard.press('m'),
  (page) => page.keyboard.press('s'),
  (page) => inView(page, 'main .story [data-action=menu]').nth(1).tap(),
  (page) => page.keyboard.press('Escape'),
  (page) => inView(page, 'nav.sorts a:not([aria-current])').first().tap(),
  (page) => page.keyboard.press('k'),
  (page) => inView(page, 'main .story [data-action=hide]').nth(1).tap(),
  (page) => inView(page, '.notice button').first().tap(),
  (page) => inView(page, 'main .story h2 a').first().tap(),
  (page) => page.goBack().then(() => {}),
  (page) => inView(page, 'nav.topics a:not([aria-current])').nth(1).tap(),
  (page) => page.keyboard.press('j'),
  (page) => page.keyboard.press('u'),
  (page) => page.keyboard.press('/'),
  (page) => page.keyboard.press('c'),
  (page) => page.keyboard.press('l'),
  (page) => page.keyboard.press('Escape'),
  (page) => page.keyboard.press('?'),
  (page) => page.keyboard.press('Escape'),
]

/**
 * Interaction to next paint over a session of 200 interactions, as the browser's Event Timing tells
 * it: for every 50 interactions the worst one is left out (https://web.dev/articles/inp).
 *
 * @returns {Promise<import('./results.mjs').Table>}
 */
export async function measureInteractions(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  const session = await context.newCDPSession(page)
  await page.addInitScript(watchInteractions)
  await page.goto(url, { waitUntil: 'networkidle' })
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  const count = () => page.evaluate(() => performance.interactionCount)
  const skipped = new Map()
  for (let turn = 0; (await count()) < INTERACTIONS; turn += 1) {
    const deed = turn % DEEDS.length
    await page.evaluate((deed) => window.deeds.push({ deed, since: performance.now() }), deed)
    // What is not on this page is not done; that too much is not done is told below.
    await DEEDS[deed](page).catch((error) => skipped.set(deed, error.message.split('\n')[0]))
    await page.waitForTimeout(PAUSE)
  }
  for (const [deed, why] of skipped) console.log(`    not done: ${DEEDS[deed]}: ${why}`)
  const took = await page.evaluate(() => [...window.took.values()])
  await context.close()
  const worst = took.toSorted((a, b) => b.duration - a.duration)
  for (const { duration, deed, at } of worst.slice(0, 8))
    console.log(`    ${duration} ms: ${DEEDS[deed]} at ${at}`)
  const p98 = worst[Math.floor(INTERACTIONS / 50)]?.duration ?? 0
  return [
    {
      what: `Interaction to next paint, p98 of ${INTERACTIONS}`,
      measured: `${p98} ms`,
      wanted: 'at most 100 ms',
    },
    { what: 'The worst of them', measured: `${worst[0]?.duration ?? 0} ms`, wanted: '' },
  ]
}

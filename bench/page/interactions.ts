import type { Browser, Page } from '@playwright/test'
import { openPhone } from '@/bench/phone'

declare global {
  interface Window {
    /** Milliseconds from input to the next frame, by interaction. */
    interactions: Map<number, number>
  }
}

/** Number of interactions of one session. */
export const INTERACTIONS = 200
/** Time between two actions of a reader. */
const PAUSE_MS = 250
/** Time after which an action counts as impossible on the page that is shown. */
const ACTION_TIMEOUT_MS = 5_000

type Action = { key: string } | { tap: string; index?: number } | 'go back'

/** Actions that a session repeats: elements to tap, and keys to press. */
const ACTIONS: Action[] = [
  { tap: 'main .story [data-action=save]' },
  ...keys('j', 'j', 'm', 's'),
  { tap: 'main .story [data-action=menu]', index: 1 },
  ...keys('Escape'),
  { tap: 'nav.sorts a:not([aria-current])' },
  ...keys('k'),
  { tap: 'main .story [data-action=hide]', index: 1 },
  { tap: '.notice button' },
  { tap: 'main .story h2 a' },
  'go back',
  { tap: 'nav.topics a:not([aria-current])', index: 1 },
  ...keys('j', 'u', '/', 'c', 'l', 'Escape', '?', 'Escape'),
]

function keys(...names: string[]) {
  return names.map((key) => ({ key }))
}

/**
 * Measures Interaction to Next Paint over a session: for every 50 interactions, the slowest one is
 * left out (https://web.dev/articles/inp).
 *
 * @returns p98 and the slowest, in ms, and the elements that could mostly not be tapped
 */
export async function measureInteractions(
  browser: Browser,
  url: string,
): Promise<{ p98: number; slowest: number; missing: string[] }> {
  const { page, slowCpu, close } = await openPhone(browser)
  await page.addInitScript(watchInteractions)
  await page.goto(url, { waitUntil: 'networkidle' })
  await slowCpu()
  const [missed, tapped] = [new Map<string, number>(), new Map<string, number>()]
  for (let turn = 0; (await countInteractions(page)) < INTERACTIONS; turn += 1) {
    const action = ACTIONS[turn % ACTIONS.length] ?? { key: 'j' }
    if (action === 'go back') await page.goBack()
    else if ('key' in action) await page.keyboard.press(action.key)
    else {
      const { tap, index = 0 } = action
      const element = page.locator(`${tap}:visible`).nth(index)
      const counts = await element.tap({ timeout: ACTION_TIMEOUT_MS }).then(
        () => tapped,
        () => missed,
      )
      counts.set(tap, (counts.get(tap) ?? 0) + 1)
    }
    await page.waitForTimeout(PAUSE_MS)
  }
  const durations = await page.evaluate(() => [...window.interactions.values()])
  await close()
  const [slowest = NaN, ...others] = durations.toSorted((a, b) => b - a)
  const missing = [...missed].filter(([tap, count]) => count > (tapped.get(tap) ?? 0))
  return {
    p98: others[INTERACTIONS / 50 - 1] ?? NaN,
    slowest,
    missing: missing.map(([tap]) => tap),
  }
}

function countInteractions(page: Page): Promise<number> {
  return page.evaluate(() => performance.interactionCount)
}

/** Records how long each interaction takes until the next frame. Runs in the page. */
function watchInteractions(): void {
  window.interactions = new Map()
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId, duration } = entry as PerformanceEventTiming
      if (!interactionId) continue
      const before = window.interactions.get(interactionId) ?? 0
      window.interactions.set(interactionId, Math.max(before, duration))
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

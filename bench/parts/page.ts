import type { Browser } from '@playwright/test'
import { measureFirstPaint, measureWeight } from '@/bench/page/first-load'
import { INTERACTIONS, measureInteractions } from '@/bench/page/interactions'
import { measureLayout, measureTap } from '@/bench/page/use'
import { CPU_SLOWDOWN, withBrowser } from '@/bench/phone'
import { serveHotsheet, serveNextApp } from '@/bench/servers'
import type { Table } from '@/bench/tables'

const EMPTY_PAGE = 'export default function Page() { return <main><h2>Empty</h2></main> }'
const SLOW = `processor ${CPU_SLOWDOWN} × slower`

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const ms = (value: number) => `${Math.round(value)} ms`

/** Measures a page on a phone, beside a Next page that holds one heading. */
export async function measurePage(): Promise<Table> {
  const empty = await serveNextApp('empty', { '/': EMPTY_PAGE })
  const site = await serveHotsheet()
  try {
    return await withBrowser(async (browser) => [
      ...(await measureFirstLoad(browser, empty.url, site.url)),
      ...(await measureUse(browser, site.url)),
    ])
  } finally {
    await Promise.all([empty.stop(), site.stop()])
  }
}

function row(what: string, wanted: string, hotsheet: string | number, empty = '') {
  return { what, 'empty page': empty, Hotsheet: hotsheet, wanted }
}

async function measureFirstLoad(browser: Browser, empty: string, site: string): Promise<Table> {
  const [less, more] = [await measureWeight(browser, empty), await measureWeight(browser, site)]
  const [early, late] = [
    await measureFirstPaint(browser, empty),
    await measureFirstPaint(browser, site),
  ]
  const script = 'Script on first load of `/`, gzip'
  const paint = `First headline painted, slow network, ${SLOW}`
  return [
    row(script, 'at most 30 kB more', kB(more.script), kB(less.script)),
    row('HTML of `/`, gzip', 'at most 18 kB', kB(more.document), kB(less.document)),
    row(paint, 'at most 150 ms later', ms(late), ms(early)),
  ]
}

async function measureUse(browser: Browser, site: string): Promise<Table> {
  const { shift, elements, stories } = await measureLayout(browser, site)
  const topic = await measureTap(browser, site, 'nav[aria-label=Topics] a[data-ahead]')
  const story = await measureTap(browser, site, 'main h2 a[data-ahead]')
  const { p98, slowest, missing } = await measureInteractions(browser, site)
  return [
    row(`Layout shift while ${stories} stories are scrolled`, '0', shift.toFixed(4)),
    row('Most elements meanwhile', 'at most 9,000', elements),
    row(`Tap on a topic to its list, ${SLOW}`, 'at most 100 ms', ms(topic)),
    row(`Tap on a headline to its article, ${SLOW}`, 'at most 100 ms', ms(story)),
    row(
      `Interaction to next paint, p98 of ${INTERACTIONS}, ${SLOW}`,
      'at most 100 ms',
      `${p98} ms`,
    ),
    row('The slowest of them', '', `${slowest} ms`),
    ...missing.map((element) => row('Not tapped, since it is mostly missing', '', element)),
  ]
}

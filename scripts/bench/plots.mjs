import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { init, use } from 'echarts/core'
import { LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { SVGRenderer } from 'echarts/renderers'

use([
  ...[LineChart, ScatterChart, SVGRenderer],
  ...[GridComponent, LegendComponent, TitleComponent],
])

/** @typedef {import('./store.mjs').StoreFigures} StoreFigures */

const FOLDER = 'docs/plots'
const PANEL = { width: 480, height: 380 }
const TITLES = { sqlite: 'SQLite', postgresql: 'PostgreSQL' }
const compact = new Intl.NumberFormat('en', { notation: 'compact' })
// Okabe and Ito's colours, which readers who see few colours can tell apart.
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000']

/** Kinds of pages in the plot of latency against size: a case and its page. */
const BY_SIZE = [
  ['top', 1],
  ['heat, week', 1],
  ['a common topic', 1],
  ['any of three topics', 1],
  ['an article', 1],
  ['choices of topics', 1],
  ['the most common word', 1],
]
const BY_DEPTH = [
  'top',
  'latest',
  'heat, all time',
  'a common topic',
  'any of three topics',
  'none of three topics',
]

/**
 * Draws what was measured into docs/plots/, a panel for each database.
 *
 * @param {StoreFigures[]} figures
 */
export async function writePlots(figures) {
  await mkdir(FOLDER, { recursive: true })
  const plots = {
    'latency-by-size': panels(figures, 'p99 of a page by articles in the store, ms', 60, bySize),
    'latency-by-depth': panels(
      figures,
      'p99 of a page by its number, 1 M articles, ms',
      60,
      byDepth,
    ),
    search: panels(figures, 'p95 of a search, ms', 200, bySearch),
  }
  for (const [name, svg] of Object.entries(plots)) {
    await writeFile(path.join(FOLDER, `${name}.svg`), svg)
  }
}

/**
 * @param {StoreFigures[]} figures
 * @param {string} title
 * @param {number} left room for the names of the vertical axis
 * @param {(figures: StoreFigures[]) => { x: object, y: object, series: object[] }} draw
 */
function panels(figures, title, left, draw) {
  const databases = [...new Set(figures.map(({ database }) => database))]
  const drawn = databases.map((each) => draw(figures.filter(({ database }) => database === each)))
  const width = PANEL.width * databases.length
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: PANEL.height })
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    color: COLOURS,
    textStyle: { fontFamily: 'sans-serif' },
    title: [
      { text: title, left: 16, top: 8, textStyle: { fontSize: 15 } },
      ...databases.map((each, i) => ({
        text: TITLES[each],
        left: i * PANEL.width + left,
        top: 40,
        textStyle: { fontSize: 13, fontWeight: 'normal' },
      })),
    ],
    legend: { bottom: 4, left: 16, right: 16 },
    grid: databases.map((_, i) => ({
      left: i * PANEL.width + left,
      width: PANEL.width - left - 24,
      top: 68,
      bottom: 72,
    })),
    xAxis: drawn.map(({ x }, i) => ({ gridIndex: i, ...x })),
    yAxis: drawn.map(({ y }, i) => ({ gridIndex: i, ...y })),
    series: drawn.flatMap(({ series }, i) =>
      series.map((each) => ({ ...each, xAxisIndex: i, yAxisIndex: i })),
    ),
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

const byNumber = { type: 'log', axisLabel: { formatter: compact.format.bind(compact) } }
const logarithmic = { type: 'log', min: 0.1, axisLabel: { formatter: String } }

/** @param {StoreFigures[]} figures */
function bySize(figures) {
  const series = BY_SIZE.map(([name, page]) => {
    const data = figures.flatMap(({ size, cases }) =>
      cases
        .filter((each) => each.name === name && each.page === page)
        .map(({ p99 }) => [size, p99]),
    )
    return { type: 'line', name, data }
  })
  return { x: { ...byNumber, min: 10_000, max: 1_000_000 }, y: logarithmic, series }
}

/** @param {StoreFigures[]} figures */
function byDepth(figures) {
  const { cases } = figures.toSorted((a, b) => a.size - b.size).at(-1) ?? { cases: [] }
  const series = BY_DEPTH.map((name) => {
    const data = cases.filter((each) => each.name === name).map(({ page, p99 }) => [page, p99])
    return { type: 'line', name, data }
  })
  return { x: { ...byNumber, min: 1, max: 10_000 }, y: logarithmic, series }
}

/** First pages, as points: bars have no beginning on a logarithmic axis. @param {StoreFigures[]} figures */
function bySearch(figures) {
  const searches = (/** @type {StoreFigures} */ { cases }) =>
    cases.filter(({ kind, page }) => kind === 'search' && page === 1)
  const series = figures.map((each) => ({
    type: 'scatter',
    name: `${compact.format(each.size)} articles`,
    symbolSize: 9,
    data: searches(each).map(({ name, p95 }) => [p95, name]),
  }))
  const names = figures.slice(0, 1).flatMap(searches)
  return {
    x: logarithmic,
    y: {
      type: 'category',
      data: names.map(({ name }) => name),
      inverse: true,
      splitLine: { show: true },
    },
    series,
  }
}

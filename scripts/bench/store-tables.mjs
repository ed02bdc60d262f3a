import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { Problem } from '../steps/console.mjs'
import { writePlots } from './plots.mjs'
import { DATABASES, SIZES } from './corpora.mjs'
import { listBars } from './store-bars.mjs'
import { measureStore } from './store.mjs'

/** Figures of the last whole run, from which plots can be drawn again. */
const KEPT = '.bench/store.json'

/** @typedef {import('./results.mjs').Table} Table */
/** @typedef {import('./store.mjs').StoreFigures} StoreFigures */

const NAMES = { sqlite: 'SQLite', postgresql: 'PostgreSQL' }
const size = new Intl.NumberFormat('en', { notation: 'compact' })
const ms = (/** @type {number} */ value) => value.toPrecision(value < 10 ? 2 : 3)

/**
 * Measures the store with the corpora chosen; a whole run also draws plots.
 *
 * @param {(line: string) => void} onLine
 * @param {import('./index.mjs').Chosen} chosen
 * @returns {Promise<Record<string, Table>>}
 */
export async function measureStoreTables(onLine, chosen) {
  const databases = (chosen.database ?? [...DATABASES]).map(checkDatabase)
  const sizes = chosen.size?.map(checkSize) ?? SIZES
  const figures = await measureStore({ databases, sizes }, onLine)
  if (!chosen.database && !chosen.size) {
    await mkdir('.bench', { recursive: true })
    await writeFile(KEPT, JSON.stringify(figures))
    await writePlots(figures)
  }
  return {
    load: figures.map(loadRow),
    feeds: latencyTable(figures, ['feed', 'other'], 'p99'),
    search: latencyTable(figures, ['search'], 'p95'),
    changes: figures.map(changesRow),
    bars: listBars(figures),
  }
}

/** Draws the plots of the last whole run again. @returns {Promise<Record<string, Table>>} no tables */
export async function drawPlots() {
  const text = await readFile(KEPT, 'utf8').catch(() => null)
  if (text === null) throw new Problem('Nothing was measured yet: npm run bench store.')
  await writePlots(JSON.parse(text))
  return {}
}

/** @param {string} name */
function checkDatabase(name) {
  if (name === 'sqlite' || name === 'postgresql') return name
  throw new Problem(`--database is ${name}, but expected is one of: ${DATABASES.join(', ')}.`)
}

/** @param {string} text */
function checkSize(text) {
  if (SIZES.includes(Number(text))) return Number(text)
  throw new Problem(`--size is ${text}, but expected is one of: ${SIZES.join(', ')}.`)
}

/** @param {StoreFigures} figures */
function loadRow({ database, size: count, loaded, memory }) {
  return {
    ...corpusOf({ database, size: count }),
    'loaded in, s': Math.round(loaded.seconds),
    'articles a second': Math.round(count / loaded.seconds),
    'memory to load, MiB': Math.round(loaded.peak),
    'database, MB': Math.round(loaded.bytes / 1e6),
    'memory to read, MiB': Math.round(memory),
  }
}

/** @param {StoreFigures} figures */
function changesRow({ database, size: count, item, overhead, writes }) {
  return {
    ...corpusOf({ database, size: count }),
    'import of one document, ms': ms(item),
    'a page through the store, ms': ms(overhead.store),
    'its statements alone, ms': ms(overhead.driver),
    'rows a second written': Math.round(writes.rate),
    'a page meanwhile, p99, ms': ms(writes.p99),
    'worst, ms': ms(writes.worst),
  }
}

/** @param {Pick<StoreFigures, 'database' | 'size'>} figures */
function corpusOf({ database, size: count }) {
  return { database: NAMES[database], articles: size.format(count) }
}

/**
 * Median and tail of every case, a column for each size.
 *
 * @param {StoreFigures[]} figures
 * @param {string[]} kinds
 * @param {'p95' | 'p99'} tail
 * @returns {Table}
 */
function latencyTable(figures, kinds, tail) {
  /** @type {Map<string, Record<string, string | number>>} */
  const rows = new Map()
  for (const { database, size: count, cases } of figures) {
    for (const { kind, name, page, cold, ...warm } of cases) {
      if (!kinds.includes(kind)) continue
      const key = [database, name, page].join()
      const row = rows.get(key) ?? { database: NAMES[database], what: name, page }
      row[`${size.format(count)}: median, ${tail}, first, ms`] =
        `${ms(warm.p50)}, ${ms(warm[tail])}, ${ms(cold)}`
      rows.set(key, row)
    }
  }
  const all = [...rows.values()]
  const columns = new Set(all.flatMap((row) => Object.keys(row)))
  return all.map((row) => Object.fromEntries([...columns].map((name) => [name, row[name] ?? ''])))
}

import { SIZES } from '@/bench/corpus/corpus'
import { type Corpus, openCorpus } from '@/bench/open-corpus'
import { listBars } from '@/bench/store/bars'
import { type Latency, measureStore, type StoreFigures } from '@/bench/store/measure-store'
import { formatMs, type Options, type Table } from '@/bench/tables'
import { Problem } from '@/scripts/steps/console.mjs'

/** Names of the databases that are measured. */
const DATABASES = { sqlite: 'SQLite', postgresql: 'PostgreSQL' }

const compact = new Intl.NumberFormat('en', { notation: 'compact' })

/** Measures the store with archives of several sizes in each database. */
export async function measureStoreTables(
  onLine: (line: string) => void,
  options: Options,
): Promise<Record<string, Table>> {
  const databases = choose('--database', ['sqlite', 'postgresql'] as const, options.database)
  const sizes = choose('--size', SIZES, options.size)
  const corpora: Corpus[] = []
  for (const provider of databases) {
    for (const size of sizes) corpora.push(await openCorpus(provider, size, onLine))
  }
  const figures = await measureStore(corpora, onLine)
  return {
    load: figures.map(loadRow),
    feeds: latencyTable(figures, ['feed', 'other'], 'p99'),
    search: latencyTable(figures, ['search'], 'p95'),
    changes: figures.map(changesRow),
    bars: listBars(figures),
  }
}

/** Returns the values that were given for an option; all of them when none was. */
function choose<Value extends string | number>(
  option: string,
  values: readonly Value[],
  given: string[] | undefined,
): readonly Value[] {
  return (
    given?.map((text) => {
      const value = values.find((each) => String(each) === text)
      if (value !== undefined) return value
      throw new Problem(`${option} is ${text}, expected one of: ${values.join(', ')}.`)
    }) ?? values
  )
}

function corpusCells({ provider, size }: Corpus) {
  return { database: DATABASES[provider], articles: compact.format(size) }
}

function loadRow({ corpus }: StoreFigures) {
  const { size, loaded } = corpus
  return {
    ...corpusCells(corpus),
    'imported in, s': Math.round(loaded.seconds),
    'documents per second': Math.round(size / loaded.seconds),
    'peak memory, MiB': Math.round(loaded.peakMib),
    'database, MB': Math.round(loaded.bytes / 1e6),
  }
}

function changesRow({ corpus, importMs, writes }: StoreFigures) {
  return {
    ...corpusCells(corpus),
    'import of one document, ms': formatMs(importMs),
    'rows per second written': Math.round(writes.rate),
    'a page meanwhile, p99, ms': formatMs(writes.p99),
    'slowest, ms': formatMs(writes.worst),
  }
}

/** Returns the median and tail of every case, with one column per size. */
function latencyTable(
  figures: StoreFigures[],
  kinds: Latency['kind'][],
  tail: 'p95' | 'p99',
): Table {
  const rows = new Map<string, Table[number]>()
  const columns = new Set(['database', 'what', 'page'])
  for (const { corpus, latencies } of figures) {
    const column = `${compact.format(corpus.size)}: median, ${tail}, ms`
    columns.add(column)
    for (const latency of latencies) {
      const { kind, name, page } = latency
      if (!kinds.includes(kind)) continue
      const key = `${corpus.provider},${name},${page}`
      const row = rows.get(key) ?? { database: DATABASES[corpus.provider], what: name, page }
      row[column] = `${formatMs(latency.p50)}, ${formatMs(latency[tail])}`
      rows.set(key, row)
    }
  }
  return [...rows.values()].map((row) =>
    Object.fromEntries([...columns].map((name) => [name, row[name] ?? ''])),
  )
}

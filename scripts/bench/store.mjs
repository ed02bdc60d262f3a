import { openCorpus } from './corpora.mjs'
import { median, quantile } from './results.mjs'
import { startStore } from './store-process.mjs'

/** Each case is asked for so many times in a round, and there are so many rounds. Of feeds, p99 counts. */
const TIMES = { feed: 400, search: 200, other: 200 }
const ROUNDS = 5
/** Fresh processes for what is asked for the first time. */
const COLD = 10
/** Documents imported one by one in a round, and rounds. */
const ITEMS = { times: 5, rounds: 6 }
/** Rows a second, and for how long, while others read. */
const WRITES = { rows: 2_000, seconds: 15 }

/**
 * @typedef {object} Latency of one kind of page, in ms
 * @property {'feed' | 'search' | 'other'} kind
 * @property {string} name
 * @property {number} page
 * @property {number} stories on the page of a feed; 0 for what is none
 * @property {number} p50 @property {number} p95 @property {number} p99
 * @property {number} cold median of first calls, each in a process of its own
 */

/**
 * @typedef {object} StoreFigures of one corpus
 * @property {'sqlite' | 'postgresql'} database
 * @property {number} size
 * @property {import('./corpora.mjs').Loaded} loaded
 * @property {Latency[]} cases
 * @property {number} memory of the process after all of it, in MiB
 * @property {{ store: number, driver: number }} overhead medians, in ms
 * @property {number} item median of importing one document, in ms
 * @property {{ rate: number, p99: number, worst: number }} writes reads meanwhile, in ms
 */

/**
 * @param {{ databases: readonly ('sqlite' | 'postgresql')[], sizes: number[] }} chosen
 * @param {(line: string) => void} onLine
 * @returns {Promise<StoreFigures[]>}
 */
export async function measureStore({ databases, sizes }, onLine) {
  const corpora = []
  for (const database of databases) {
    for (const size of sizes) corpora.push(await openCorpus(database, size, onLine))
  }
  const tell = (/** @type {string} */ what) => (/** @type {string} */ line) =>
    onLine(`${what}: ${line}`)
  const warm = await measureWarm(corpora, tell('again and again'))
  const cold = await measureCold(corpora, tell('for the first time'))
  const items = await measureItems(corpora, tell('importing one document'))
  const figures = []
  for (const [i, corpus] of corpora.entries()) {
    const cases = warm[i].cases.map((each, index) => ({ ...each, cold: cold[i][index] }))
    const changes = await measureChanges(corpus, tell(nameOf(corpus)))
    const { database, size, loaded } = corpus
    figures.push({ database, size, loaded, ...warm[i], cases, item: items[i], ...changes })
  }
  return figures
}

const nameOf = (/** @type {import('./corpora.mjs').Corpus} */ { database, size }) =>
  `${database}, ${size}`

const labelOf = (/** @type {{ name: string, page: number }} */ { name, page }) =>
  `${name}, page ${page}`

/** All corpora take turns at each case, so that what else the machine does touches them alike. */
async function measureWarm(corpora, onLine) {
  const processes = corpora.map(startStore)
  const cases = []
  for (const [i, process] of processes.entries()) {
    onLine(nameOf(corpora[i]))
    const listed = await process.ask({ do: 'list' })
    const stories = await process.ask({ do: 'count' })
    cases.push(listed.map((each, index) => ({ ...each, stories: stories[index], rounds: [] })))
  }
  // Large archives have deep pages that small ones have not.
  const labels = new Set(cases.flat().map(labelOf))
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const label of labels) {
      onLine(`round ${round} of ${ROUNDS}, ${label}`)
      for (const [i, process] of processes.entries()) {
        const index = cases[i].findIndex((each) => labelOf(each) === label)
        if (index < 0) continue
        const { kind, rounds } = cases[i][index]
        const times = TIMES[kind]
        const took = await process.ask({ do: 'ask', index, turn: round * times, times })
        // The first round is for the caches of the database and the compiler.
        if (round > 0) rounds.push(took)
      }
    }
  }
  const memory = []
  for (const process of processes) memory.push(await process.ask({ do: 'memory' }))
  for (const process of processes) process.stop()
  return cases.map((list, i) => ({ cases: list.map(summarise), memory: memory[i] }))
}

/** Of all rounds together: a p99 of one round would be one or two calls, which a collection of garbage decides. */
function summarise({ rounds, ...each }) {
  const samples = rounds.flat()
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(samples, share))
  return { ...each, p50, p95, p99 }
}

/** Medians of first calls, by corpus and case. */
async function measureCold(corpora, onLine) {
  const samples = corpora.map(() => [])
  for (let turn = 0; turn < COLD; turn += 1) {
    for (const [i, corpus] of corpora.entries()) {
      onLine(`process ${turn + 1} of ${COLD}, ${nameOf(corpus)}`)
      const process = startStore(corpus)
      await process.ask({ do: 'list' })
      samples[i].push(await process.ask({ do: 'first', turn }))
      process.stop()
    }
  }
  return samples.map((runs) => runs[0].map((_, index) => median(runs.map((run) => run[index]))))
}

/** Medians of importing one document, by corpus; all corpora in turn, since their ratio counts. */
async function measureItems(corpora, onLine) {
  const processes = corpora.map(startStore)
  const samples = corpora.map(() => [])
  for (let round = 0; round <= ITEMS.rounds; round += 1) {
    for (const [i, process] of processes.entries()) {
      onLine(`round ${round} of ${ITEMS.rounds}, ${nameOf(corpora[i])}`)
      const took = await process.ask({ do: 'import', times: ITEMS.times })
      if (round > 0) samples[i].push(...took)
    }
  }
  for (const process of processes) process.stop()
  return samples.map(median)
}

/** What the store adds to the driver, and reading while another process writes. */
async function measureChanges(corpus, onLine) {
  const [reader, writer] = [startStore(corpus), startStore(corpus)]
  const listed = await reader.ask({ do: 'list' })
  onLine('the store and the bare driver')
  const { store, driver } = await reader.ask({ do: 'overhead', times: 400 })
  onLine(`reading while ${WRITES.rows} rows a second are written`)
  const samples = []
  let writing = true
  const written = writer.ask({ do: 'write', ...WRITES }).finally(() => (writing = false))
  const index = listed.findIndex(({ name, page }) => name === 'top' && page === 50)
  const deadline = performance.now() + WRITES.seconds * 1_000
  while (writing && performance.now() < deadline) {
    samples.push(...(await reader.ask({ do: 'ask', index, turn: samples.length, times: 20 })))
  }
  const rate = await written
  for (const process of [reader, writer]) process.stop()
  return {
    overhead: { store: median(store), driver: median(driver) },
    writes: { rate, p99: quantile(samples, 0.99), worst: Math.max(...samples) },
  }
}

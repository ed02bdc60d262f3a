/** @typedef {import('./store.mjs').StoreFigures} StoreFigures */
/** @typedef {import('./store.mjs').Latency} Latency */

/**
 * @typedef {object} Bar
 * @property {string} what
 * @property {number} limit
 * @property {(figures: { small: StoreFigures, large: StoreFigures }) => Measured[]} measure the worst of them counts
 *
 * @typedef {object} Measured
 * @property {number} value
 * @property {string} [of] which of several
 */

/** @returns {Measured} */
const one = (/** @type {number} */ value) => ({ value })
/** @returns {Measured} */
const ratio = (/** @type {Latency} */ part, /** @type {Latency} */ whole) => ({
  value: part.p99 / whole.p99,
  of: `${part.name}, page ${part.page}`,
})
const feeds = (/** @type {StoreFigures} */ { cases }) => cases.filter(({ kind }) => kind === 'feed')
const same = (/** @type {Latency} */ a) => (/** @type {Latency} */ b) =>
  a.name === b.name && a.page === b.page

/** @param {...string} names */
const searches =
  (...names) =>
  (/** @type {{ large: StoreFigures }} */ { large }) =>
    large.cases
      .filter(({ kind, name }) => kind === 'search' && names.includes(name))
      .map(({ p95, name }) => ({ value: p95, of: name }))

/** What the figures must say; ratios are of figures of one run. @type {Bar[]} */
const BARS = [
  {
    what: 'p99 of any feed, 1 M to 10 k',
    limit: 1.5,
    measure: ({ small, large }) =>
      feeds(large).flatMap((each) => {
        const before = small.cases.find(same(each))
        // A page that is not full is less work than one that is.
        return before?.stories === each.stories ? [ratio(each, before)] : []
      }),
  },
  {
    what: 'p99 of page 5,000 to page 1, at 1 M',
    limit: 1.5,
    measure: ({ large }) =>
      feeds(large).flatMap((deep) => {
        const first = large.cases.find(same({ ...deep, page: 1 }))
        return first && deep.page === 5_000 ? [ratio(deep, first)] : []
      }),
  },
  {
    what: 'p95 of a rare word or phrase at 1 M, ms',
    limit: 20,
    measure: searches('a rare word', 'a rare phrase of common words'),
  },
  {
    what: 'p95 of the most common word at 1 M, ms',
    limit: 50,
    measure: searches('the most common word'),
  },
  { what: 'loading 1 M, s', limit: 300, measure: ({ large }) => [one(large.loaded.seconds)] },
  {
    what: 'memory to load 1 M, MiB',
    limit: 1_024,
    measure: ({ large }) => [one(large.loaded.peak)],
  },
  {
    what: 'import of one document, 1 M to 10 k',
    limit: 1.5,
    measure: ({ small, large }) => [one(large.item / small.item)],
  },
  {
    what: 'a page through the store to its statements alone',
    limit: 3,
    measure: ({ large }) => [one(large.overhead.store / large.overhead.driver)],
  },
  {
    what: 'p99 of a page while 2,000 rows a second are written to 1 M, ms',
    limit: 5,
    measure: ({ large }) => [one(large.writes.p99)],
  },
  { what: 'the worst of them, ms', limit: 20, measure: ({ large }) => [one(large.writes.worst)] },
]

/**
 * Which of the bars hold, for each database that was measured at the smallest and the largest size.
 *
 * @param {StoreFigures[]} figures
 * @returns {import('./results.mjs').Table}
 */
export function listBars(figures) {
  const databases = [...new Set(figures.map(({ database }) => database))]
  return databases.flatMap((database) => {
    const own = figures.filter((each) => each.database === database)
    const small = own.find(({ size }) => size === 10_000)
    const large = own.find(({ size }) => size === 1_000_000)
    if (!small || !large) return []
    return BARS.flatMap(({ what, limit, measure }) => {
      const [worst] = measure({ small, large }).toSorted((a, b) => b.value - a.value)
      if (!worst) return []
      return {
        database,
        what,
        measured: worst.value.toPrecision(3),
        'at most': limit,
        holds: worst.value <= limit ? 'yes' : 'no',
        'the worst': worst.of ?? '',
      }
    })
  })
}

import type { Table } from '@/bench/tables'
import { labelOf } from './cases'
import type { StoreFigures } from './measure-store'

/** A figure, and the case it belongs to when there are several. */
interface Measured {
  value: number
  of?: string
}

/** A promise about a small and a large archive; the worst figure counts. */
interface Bar {
  what: string
  limit: number
  measure: (small: StoreFigures, large: StoreFigures) => Measured[]
}

const feedsOf = ({ latencies }: StoreFigures) => latencies.filter(({ kind }) => kind === 'feed')

/** Compares every feed of the large archive with the same one of the small archive. */
function toSmall(figure: 'p50' | 'p99'): Bar['measure'] {
  return (small, large) =>
    feedsOf(large).flatMap((each) => {
      const other = feedsOf(small).find((feed) => labelOf(feed) === labelOf(each))
      // A page that is not full is less work than a full one.
      if (other?.stories !== each.stories) return []
      return [{ value: each[figure] / other[figure], of: labelOf(each) }]
    })
}

function depth(_small: StoreFigures, large: StoreFigures): Measured[] {
  const feeds = feedsOf(large)
  return feeds.flatMap((deep) => {
    const first = feeds.find(({ name, page }) => name === deep.name && page === 1)
    if (!first || deep.page !== 5_000) return []
    return [{ value: deep.p99 / first.p99, of: labelOf(deep) }]
  })
}

function search(...names: string[]): Bar['measure'] {
  return (_small, { latencies }) =>
    latencies
      .filter(({ kind, name }) => kind === 'search' && names.includes(name))
      .map(({ p95, name }) => ({ value: p95, of: name }))
}

const BARS: Bar[] = [
  { what: 'median of any feed, 1 M to 10 k', limit: 1.5, measure: toSmall('p50') },
  { what: 'p99 of any feed, 1 M to 10 k', limit: 1.5, measure: toSmall('p99') },
  { what: 'p99 of page 5,000 to page 1, at 1 M', limit: 1.5, measure: depth },
  {
    what: 'p95 of a rare word or phrase at 1 M, ms',
    limit: 20,
    measure: search('a rare word', 'a rare phrase of common words'),
  },
  {
    what: 'p95 of the most common word at 1 M, ms',
    limit: 50,
    measure: search('the most common word'),
  },
  {
    what: 'import of one document, 1 M to 10 k',
    limit: 1.5,
    measure: (small, large) => [{ value: large.importMs / small.importMs }],
  },
  {
    what: 'p99 of a page while 2,000 rows/s are written to 1 M, ms',
    limit: 5,
    measure: (_small, { writes }) => [{ value: writes.p99 }],
  },
  {
    what: 'the slowest of them, ms',
    limit: 20,
    measure: (_s, { writes }) => [{ value: writes.worst }],
  },
]

/** Lists which bars hold, for each database that was measured at 10,000 and at a million articles. */
export function listBars(figures: StoreFigures[]): Table {
  return figures.flatMap((small) => {
    const { provider, size } = small.corpus
    const large = figures.find(
      ({ corpus }) => corpus.provider === provider && corpus.size === 1_000_000,
    )
    if (size !== 10_000 || !large) return []
    return BARS.flatMap(({ what, limit, measure }) => {
      const [worst] = measure(small, large).toSorted((a, b) => b.value - a.value)
      if (!worst) return []
      return {
        database: provider,
        what,
        measured: worst.value.toPrecision(3),
        'at most': limit,
        holds: worst.value <= limit ? 'yes' : 'no',
        'the worst': worst.of ?? '',
      }
    })
  })
}

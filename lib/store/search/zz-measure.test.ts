import { test } from 'vitest'
import { openDatabase } from '@/lib/db/client'
import { parseSearchQuery } from '@/lib/search/search-query'
import { findMatches } from '@/lib/store/search/find-matches'
import { toLimits } from '@/lib/store/search/limits'
// @ts-ignore
import { vocab } from '/tmp/dsearch/gen.mjs'
test('m', async () => {
  for (const url of process.env.URLS!.split(',')) {
    const db = openDatabase(url)
    for (const q of ['common', 'rareone', vocab[3000], vocab[300], '"alpha beta"', 'gamma delta', 'ba*', 'bal*', '-common', 'topic:topic-0 common', 'source:prov12', 'common heat:>150', 'common heat:>500', 'common before:2023-01'])
      for (const sort of ['relevance', 'heat', 'latest'] as const) {
        const { clauses, bounds } = parseSearchQuery(q); const ts: number[] = []; let r: any
        for (let i = 0; i < 9; i++) { const t = performance.now(); r = await findMatches(db, clauses, { sort, limits: toLimits(bounds, null), after: null, limit: 21 }); ts.push(performance.now() - t) }
        ts.sort((a, b) => a - b); console.log(url.slice(0, 6), q.padEnd(24), sort.padEnd(10), r.rows.length, r.end ? 'more' : 'end', 'min', ts[0].toFixed(1), 'med', ts[4].toFixed(1), 'max', ts[8].toFixed(1))
      }
    await db.$disconnect()
  }
}, 400_000)

import { parseArgs } from 'node:util'
import { corpusStories, FIRST_SEEN } from './corpus'
import { loadDocuments } from './load/load-documents'

// A process of its own, so that its memory is that of loading alone.

const { values } = parseArgs({
  options: { url: { type: 'string' }, size: { type: 'string' } },
})
const [url, size] = [values.url, Number(values.size)]
if (!url || !Number.isInteger(size)) throw new Error('Expected --url and --size.')

const started = performance.now()
await loadDocuments(url, corpusStories(size), {
  now: FIRST_SEEN,
  onProgress: (documents) => console.log(`${documents} of ${size}`),
})
const report = {
  seconds: (performance.now() - started) / 1_000,
  /** Processor time of this process alone. */
  busy: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  /** MiB. */
  peak: process.resourceUsage().maxRSS / 1_024,
}
console.log(JSON.stringify(report))

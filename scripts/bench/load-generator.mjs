import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

// Asks one address again and again and prints autocannon's result as JSON, in a process of
// its own: node scripts/bench/load-generator.mjs URL SECONDS. `*` in the address becomes new text each time.

/** As many readers ask at once, each for the next answer when it has one. */
const CONNECTIONS = 16
/** What browsers and CDNs send. */
const headers = { 'accept-encoding': 'gzip, deflate, br' }

const [url = '', seconds = ''] = process.argv.slice(2)
const { origin, pathname, search } = new URL(url)
const address = pathname + search

const result = await autocannon({
  url: origin,
  connections: CONNECTIONS,
  duration: Number(seconds),
  requests: [
    address.includes('*')
      ? {
          headers,
          setupRequest: (request) => ({ ...request, path: address.replace('*', randomUUID()) }),
        }
      : { headers, path: address },
  ],
})
console.log(JSON.stringify(result))

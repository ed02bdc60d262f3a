import { createServer, Server } from 'node:http'
import path from 'node:path'
import { readAddress } from './steps/check.mjs'
import { tellProblem } from './steps/console.mjs'
import { localUrl } from './steps/serve.mjs'
import { cacheAnswers } from './server/answer-cache.mjs'
import { compressAnswers } from './server/compress-answers.mjs'
import { limitConnections, SERVER_OPTIONS } from './server/connection-limits.mjs'
import { guard } from './server/guard.mjs'
import { readKnownCode } from './server/known-code.mjs'
import { boundHeap, boundLifetimes } from './server/memory-settings.mjs'
import { permitInlineCode } from './server/permit-inline-code.mjs'
import { plainAnswer } from './server/plain-answer.mjs'
import { secureAnswer } from './server/secure-answer.mjs'

// `node scripts/server.mjs`: serves the built site at PORT and HOST. It is Next's own
// server with a cache of whole answers in front: see docs/decisions/whole-answers-in-memory.md.

/** How long answers that are under way may take when the server is told to stop, in milliseconds. */
const LAST_ANSWERS = 1_000

/** How often what Next remembers of addresses is bounded, in milliseconds. */
const BOUND_INTERVAL = 10_000

/** @param {{ port: number, host: string | undefined }} address */
async function prepareNext(address) {
  // What `next start` tells the site, too, before it loads it.
  process.env.NODE_ENV = 'production'
  process.env.PORT = String(address.port)
  process.env.__NEXT_PRIVATE_ORIGIN = localUrl(address)
  const { default: next } = await import('next')
  // Next writes 127.0.0.1 as localhost in the addresses that it rewrites; knowing itself by
  // another name, it would take them for another host's.
  // Next takes over WebSocket requests of the server that it is given. There are none here.
  const httpServer = new Server()
  const app = next({ dev: false, hostname: 'localhost', port: address.port, httpServer })
  await app.prepare()
  setInterval(boundLifetimes(), BOUND_INTERVAL).unref()
  const pages = permitInlineCode(app.getRequestHandler(), await readKnownCode('.next'))
  const handle = guard(cacheAnswers(compressAnswers(pages), { changesContent }))
  return { handle, close: () => app.close() }
}

/** Only the server itself knows the secret that makes this succeed. */
function changesContent(
  /** @type {import('node:http').IncomingMessage} */ { method, url },
  /** @type {import('node:http').ServerResponse} */ { statusCode },
) {
  return method === 'POST' && url === '/api/revalidate' && statusCode === 204
}

async function main() {
  process.chdir(path.join(import.meta.dirname, '..'))
  boundHeap()
  const address = readAddress()
  // The site sends a request to its own server as soon as it is loaded, so the server is there first.
  const server = createServer(SERVER_OPTIONS, (request, response) => {
    secureAnswer(request, response)
    site
      .then(({ handle }) => handle(request, response))
      .catch((error) => {
        console.error(error)
        if (response.headersSent) response.destroy()
        else plainAnswer(response, { status: 500, detail: 'Something went wrong.' }, request)
      })
  })
  limitConnections(server)
  server.once('error', fail).listen({ port: address.port, host: address.host })
  const site = prepareNext(address)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => {
      server.close(() => void stop(site))
      // Pages are answered long before; streams of events never end by themselves.
      setTimeout(() => server.closeAllConnections(), LAST_ANSWERS)
    })
  }
  await site
}

/** @param {ReturnType<typeof prepareNext>} site */
async function stop(site) {
  await (await site).close()
  process.exit(0)
}

/** @param {unknown} error */
function fail(error) {
  tellProblem(error)
  process.exit(1)
}

main().catch(fail)

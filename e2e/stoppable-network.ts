import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A way to the site on which requests can be left without an answer, as in a tunnel, also those of a worker. */
export interface StoppableNetwork {
  /** Of the site, by this way. */
  origin: string
  /** From now on no request is answered. */
  stop: () => void
  close: () => void
}

/** Opens a way to a site. @param site its origin */
export async function openNetwork(site: string): Promise<StoppableNetwork> {
  let isStopped = false
  const server: Server = createServer((asked, answer) => {
    if (isStopped) return
    const { method, headers, url } = asked
    const passed = request(new URL(url ?? '/', site), { method, headers }, (found) => {
      answer.writeHead(found.statusCode ?? 502, found.headers)
      found.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => (isStopped = true),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

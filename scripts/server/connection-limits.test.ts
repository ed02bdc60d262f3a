import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { guard } from './guard.mjs'
import { limitConnections, watchWrites } from './connection-limits.mjs'

const stops: (() => void)[] = []
afterEach(() => stops.splice(0).forEach((stop) => stop()))

async function serve(handle: RequestListener): Promise<{ server: Server; open: () => Socket }> {
  const server = createServer(handle).listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  stops.push(() => server.close().closeAllConnections())
  const open = () => {
    const socket = connect(port, '127.0.0.1')
    stops.push(() => socket.destroy())
    return socket
  }
  return { server, open }
}

async function readAll(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
  await once(socket, 'close')
  return text
}

const REQUEST = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'
/** More than the system stores for a connection. */
const LARGE = Buffer.alloc(32 * 2 ** 20)

test('a client that never reads its answer is disconnected after the limit, and not before', async () => {
  const { server, open } = await serve((_request, response) => void response.end(LARGE))
  const watch = watchWrites(100)
  const [[accepted]] = await Promise.all([
    once(server, 'connection') as Promise<[Socket]>,
    Promise.resolve(open().pause().write(REQUEST)),
  ])
  watch.add(accepted)
  await once(server, 'request')
  // The system takes a part at once. Nothing moves any more when the same is left twice.
  let left = -1
  while (left !== pendingBytes(accepted)) {
    left = pendingBytes(accepted)
    await turn()
  }
  watch.check(0)
  watch.check(99)
  expect(accepted.destroyed).toBe(false)
  watch.check(1_000)
  watch.check(1_100)
  expect(accepted.destroyed).toBe(true)
})

test('a client that reads slowly, and one that has read everything, stay connected', async () => {
  const { server, open } = await serve((_request, response) => void response.end(LARGE))
  const watch = watchWrites(100)
  const client = open()
  const [accepted] = (await once(server, 'connection')) as [Socket]
  watch.add(accepted)
  client.write(REQUEST)
  await once(server, 'request')
  let now = 0
  for (let pending = pendingBytes(accepted); pending > 0; pending = pendingBytes(accepted)) {
    client.resume()
    while (pendingBytes(accepted) === pending) await turn()
    client.pause()
    // Each piece takes longer than the limit, so that only progress counts.
    watch.check((now += 100))
    expect(accepted.destroyed).toBe(false)
  }
  watch.check(now + 1_000)
  expect(accepted.destroyed).toBe(false)
})

test.each([
  ['no HTTP', 'GARBAGE\r\n\r\n', 400],
  ['an unknown method', 'FOO /sw.js HTTP/1.1\r\nHost: a\r\n\r\n', 405],
  ['a method in lower case', 'get / HTTP/1.1\r\nHost: a\r\n\r\n', 405],
  ['a tunnel', 'CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n', 405],
  ['a header of 20 kB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['an address of 9 kB', `GET /${'x'.repeat(9_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 414],
  ['another method', 'PUT /sw.js HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 405],
])('%s is answered in words, with their type', async (_what, bytes, status) => {
  const { server, open } = await serve(guard((_request, response) => response.end('a page')))
  limitConnections(server)
  const socket = open()
  socket.end(bytes)
  const answer = await readAll(socket)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} .+\\r\\n`))
  expect(answer).toMatch(/^content-type: text\/plain; charset=utf-8\r\n/im)
  expect(answer).toMatch(/\r\n\r\n\d{3} \w+/)
  if (status === 405) expect(answer).toMatch(/^allow: GET, HEAD\r\n/im)
})

/** The system's turn to move what it can. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

function pendingBytes(socket: Socket): number {
  const { _handle } = socket as unknown as { _handle: { writeQueueSize: number } | null }
  return socket.writableLength + (_handle?.writeQueueSize ?? 0)
}

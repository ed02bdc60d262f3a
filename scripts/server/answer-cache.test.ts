import { once } from 'node:events'
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { cacheAnswers } from './answer-cache.mjs'
import { compressAnswers } from './compress-answers.mjs'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const stops: (() => void)[] = []
afterEach(() => {
  vi.restoreAllMocks()
  stops.splice(0).forEach((stop) => stop())
})

/** A site whose handler is asked only for what is not kept; `POST /changed` changes the content. */
async function serve(
  handle: Handler,
  options: { maxBytes?: number; maxAnswerBytes?: number } = {},
) {
  const asked: string[] = []
  const answer = cacheAnswers(
    compressAnswers((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      handle(request, response)
    }),
    { changesContent: ({ url }) => url === '/changed', ...options },
  )
  const server = createServer((request, response) => void answer(request, response)).listen(0)
  stops.push(() => server.close().closeAllConnections())
  const { port } = server.address() as AddressInfo
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status?: number; headers: IncomingMessage['headers']; body: Buffer }>(
      (resolve, reject) => {
        const request = send({ port, path, method, headers }, (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () => {
            const body = Buffer.concat(chunks)
            resolve({ status: response.statusCode, headers: response.headers, body })
          })
        })
        request.on('error', reject).end()
      },
    )
  /** The answer as soon as it begins. */
  const open = async (path: string, headers: Record<string, string>) => {
    const request = send({ port, path, headers }).end()
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    return response
  }
  return { asked, ask, open }
}

/** An answer that everybody may have for a minute, unless other headers are given. */
function shared(response: ServerResponse, body: string, headers: Record<string, string> = {}) {
  for (const [name, value] of Object.entries({ 'cache-control': 's-maxage=60', ...headers })) {
    response.setHeader(name, value)
  }
  response.end(body)
}

const story = 'A story that many people want to read. '.repeat(100)

test('an answer is made once and is the same for the next reader, byte for byte', async () => {
  const { asked, ask } = await serve((_request, response) => {
    response.setHeader('link', ['</a>; rel=preload', '</b>; rel=preload'])
    response.setHeader('cache-control', 'public, max-age=0, s-maxage=60')
    response.write('one ')
    response.write(Buffer.from('two '))
    response.end('three')
  })
  const [first, second] = [await ask('/'), await ask('/')]
  expect(asked).toEqual(['GET /'])
  expect(second.body.toString()).toBe('one two three')
  expect(second.body).toEqual(first.body)
  expect(second.status).toBe(200)
  expect(second.headers.link).toBe(first.headers.link)
  expect(second.headers['cache-control']).toBe(first.headers['cache-control'])
})

test('each address, host and kind of answer is kept by itself', async () => {
  const { ask } = await serve(({ url, headers }, response) =>
    shared(response, `${url} ${headers.host} ${headers.rsc}`, { vary: 'rsc, Accept-Encoding' }),
  )
  const requests: [string, Record<string, string>][] = [
    ['/', {}],
    ['/?sort=latest', {}],
    ['/', { host: 'other.example' }],
    ['/', { rsc: '1' }],
  ]
  for (let turn = 0; turn < 2; turn += 1) {
    const bodies = []
    for (const [path, headers] of requests) bodies.push((await ask(path, headers)).body.toString())
    expect(new Set(bodies).size).toBe(requests.length)
  }
})

test.each([
  ['an answer for one reader', 200, { 'cache-control': 'private, max-age=60' }],
  ['an answer that nobody may keep', 200, { 'cache-control': 's-maxage=60, no-store' }],
  ['an answer without a lifetime', 200, { 'cache-control': 'public' }],
  ['one whose shared lifetime is none', 200, { 'cache-control': 'max-age=60, s-maxage=0' }],
  ['an answer that sets a cookie', 200, { 'set-cookie': 'a=b' }],
  ['an answer that depends on who asks', 200, { vary: 'Cookie' }],
  ['an old page that is being renewed', 200, { 'x-nextjs-cache': 'STALE' }],
  ['an error', 500, {}],
  ['a redirect', 308, { location: '/' }],
])('%s is never given to another', async (_what, status, headers) => {
  const { asked, ask } = await serve((_request, response) => {
    response.statusCode = status
    shared(response, story, headers)
  })
  await ask('/')
  await ask('/')
  expect(asked).toHaveLength(2)
})

test('addresses that lead nowhere, of which there is no end, take no place', async () => {
  const { asked, ask } = await serve((_request, response) => {
    response.statusCode = 404
    shared(response, 'There is no such page.')
  })
  await ask('/nowhere')
  expect(await ask('/nowhere')).toMatchObject({ status: 404 })
  expect(asked).toHaveLength(2)
})

test('parts of answers and requests with credentials go to the site', async () => {
  const { asked, ask } = await serve((_request, response) => shared(response, story))
  await ask('/')
  await ask('/', { range: 'bytes=0-9' })
  await ask('/', { authorization: 'Basic eDp5' })
  expect(asked).toHaveLength(3)
})

test('HEAD gets the headers of what is kept, and no body', async () => {
  const { asked, ask } = await serve((_request, response) => shared(response, story))
  await ask('/', {}, 'HEAD')
  await ask('/')
  const head = await ask('/', {}, 'HEAD')
  expect(asked).toEqual(['HEAD /', 'GET /'])
  expect(head.headers['content-length']).toBe(String(story.length))
  expect(head.body).toHaveLength(0)
})

test('who has the answer already is told so', async () => {
  const { asked, ask } = await serve((_request, response) =>
    shared(response, story, { etag: '"v1"', 'content-type': 'text/plain' }),
  )
  await ask('/')
  for (const known of ['"v1"', 'W/"v1"', '"v0", "v1"', '*']) {
    const { status, body, headers } = await ask('/', { 'if-none-match': known })
    expect(status).toBe(304)
    expect(body).toHaveLength(0)
    expect(headers).toMatchObject({ etag: '"v1"', 'cache-control': 's-maxage=60' })
    expect(headers['content-length']).toBeUndefined()
  }
  expect((await ask('/', { 'if-none-match': '"v0"' })).body.toString()).toBe(story)
  expect(asked).toHaveLength(1)
})

test('it is kept as compressed as it was sent, also when its type comes as a list', async () => {
  const { asked, ask } = await serve((_request, response) => {
    response.setHeader('content-type', ['application/json'])
    shared(response, JSON.stringify(story))
  })
  const gzip = { 'accept-encoding': 'gzip' }
  const [first, second, plain] = [await ask('/', gzip), await ask('/', gzip), await ask('/')]
  expect(first.headers['content-encoding']).toBe('gzip')
  expect(second.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(second.body).toString()).toBe(JSON.stringify(story))
  expect(plain.body.toString()).toBe(JSON.stringify(story))
  expect(asked).toHaveLength(2)
})

test('nothing that is older than the content is ever sent after a change', async () => {
  let version = 1
  const { ask } = await serve(({ method }, response) => {
    if (method === 'POST') version += 1
    shared(response, `version ${version}`)
  })
  await ask('/')
  await ask('/changed', {}, 'POST')
  expect((await ask('/')).body.toString()).toBe('version 2')
})

test('an answer begun before a change and finished after it is not kept', async () => {
  let version = 1
  const held: { finish?: () => void } = {}
  const { ask } = await serve(({ method, url }, response) => {
    if (method === 'POST') {
      version += 1
      return response.end()
    }
    const seen = version
    if (url === '/' && version === 1) held.finish = () => shared(response, `version ${seen}`)
    else shared(response, `version ${seen}`)
  })
  const slow = ask('/')
  await expect.poll(() => held.finish).toBeDefined()
  await ask('/changed', {}, 'POST')
  held.finish?.()
  expect((await slow).body.toString()).toBe('version 1')
  expect((await ask('/')).body.toString()).toBe('version 2')
})

test('an answer is forgotten when its time is over', async () => {
  const { asked, ask } = await serve((_request, response) => shared(response, story))
  const start = performance.now()
  const clock = vi.spyOn(performance, 'now').mockReturnValue(start)
  await ask('/')
  clock.mockReturnValue(start + 59_000)
  await ask('/')
  expect(asked).toHaveLength(1)
  clock.mockReturnValue(start + 61_000)
  // The clock is looked at once in a millisecond.
  await expect.poll(() => ask('/').then(() => asked.length)).toBe(2)
})

test('however many addresses are asked for, memory is bounded: the latest are kept', async () => {
  const { asked, ask } = await serve((_request, response) => shared(response, story), {
    maxBytes: 5 * (story.length + 2_500),
  })
  for (let index = 0; index < 20; index += 1) await ask(`/?${index}`)
  asked.length = 0
  await ask('/?19')
  expect(asked).toEqual([])
  await ask('/?0')
  expect(asked).toEqual(['GET /?0'])
})

test('an answer that is too long is sent whole and not kept', async () => {
  const { asked, ask } = await serve((_request, response) => shared(response, story), {
    maxAnswerBytes: 100,
  })
  await ask('/')
  expect((await ask('/')).body.toString()).toBe(story)
  expect(asked).toHaveLength(2)
})

test('events reach a client as they happen, whatever it could decompress', async () => {
  const { open, asked } = await serve((_request, response) => {
    response.setHeader('content-type', 'text/event-stream')
    response.setHeader('cache-control', 'no-cache, no-transform')
    response.write('data: 1\n\n')
  })
  for (let turn = 1; turn <= 2; turn += 1) {
    const stream = await open('/', { 'accept-encoding': 'gzip, br' })
    const [first] = (await once(stream, 'data')) as [Buffer]
    expect(first.toString()).toBe('data: 1\n\n')
    expect(asked).toHaveLength(turn)
    stream.destroy()
  }
})

test('an answer that breaks off is not kept', async () => {
  const { asked, ask } = await serve((_request, response) => {
    response.setHeader('cache-control', 's-maxage=60')
    response.write('half of')
    setTimeout(() => response.destroy(), 10)
  })
  await expect(ask('/')).rejects.toThrow()
  await expect(ask('/')).rejects.toThrow()
  expect(asked).toHaveLength(2)
})

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { cacheAnswers } from './answer-cache.mjs'
import { compressAnswers } from './compress-answers.mjs'
import { permitInlineCode } from './permit-inline-code.mjs'
import { secureAnswer } from './secure-answer.mjs'
import { FILE_POLICY } from './security-headers.mjs'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const known = { scripts: new Set(['boot()']), styles: new Set<string>() }
const stops: (() => void)[] = []
afterEach(() => stops.splice(0).forEach((stop) => stop()))

/** Serves what a handler makes, the way scripts/server.mjs does. */
async function serve(handle: Handler) {
  const reports: string[] = []
  const pages = permitInlineCode(handle, known, (report) => reports.push(report))
  const answer = cacheAnswers(compressAnswers(pages), { changesContent: () => false })
  const server = createServer((request, response) => {
    secureAnswer(request, response)
    answer(request, response)
  }).listen(0)
  stops.push(() => server.close().closeAllConnections())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = async (options: RequestInit = {}) => {
    const { status, headers, ...response } = await read(`http://localhost:${port}/`, options)
    return { status, headers, body: response.body, policy: headers.get('content-security-policy') }
  }
  return { ask, reports }
}

async function read(address: string, options: RequestInit) {
  const response = await fetch(address, options)
  return { status: response.status, headers: response.headers, body: await response.text() }
}

function sendPage(response: ServerResponse, ...parts: (string | Buffer)[]) {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  for (const part of parts.slice(0, -1)) response.write(part)
  response.end(parts.at(-1))
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test('a page carries the hashes of its own code', async () => {
  const { ask, reports } = await serve((_request, response) =>
    sendPage(response, '<script>boot()</script>ä'),
  )
  const { policy, body } = await ask()
  expect(policy).toContain(`script-src 'self' ${hash('boot()')};`)
  expect(body).toBe('<script>boot()</script>ä')
  expect(reports).toEqual([])
})

test('code that is not of the build gets no hash and is reported once', async () => {
  const { ask, reports } = await serve((_request, response) =>
    sendPage(response, '<script>alert(1)</script>'),
  )
  expect((await ask()).policy).toContain("script-src 'self';")
  await ask()
  expect(reports).toEqual([expect.stringContaining('alert(1)')])
})

test('a page that comes in parts is whole before its headers are sent', async () => {
  const bytes = Buffer.from('<script>boot()</script>ä')
  const { ask } = await serve((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.flushHeaders()
    sendPage(response, bytes.subarray(0, 12), bytes.subarray(12, -1), bytes.subarray(-1))
  })
  const { policy, body } = await ask()
  expect(policy).toContain(hash('boot()'))
  expect(body).toBe(bytes.toString())
})

test('joined router data keeps the length right, compressed or not', async () => {
  const push = (text: string) => `self.__next_f.push([1,"${text}"])`
  const page = `<script>${push('a')}</script><script>${push('b')}</script>`
  const { ask } = await serve((_request, response) => {
    response.setHeader('content-length', page.length)
    sendPage(response, page)
  })
  const expected = `<script>${push('a')};${push('b')}</script>`
  for (const encoding of ['identity', 'gzip', 'br']) {
    const { body, policy } = await ask({ headers: { 'accept-encoding': encoding } })
    expect(body).toBe(expected)
    expect(policy).toContain(hash(`${push('a')};${push('b')}`))
  }
})

test('a page from the cache has the policy that was made for it', async () => {
  let made = 0
  const { ask } = await serve((_request, response) => {
    made += 1
    response.setHeader('cache-control', 's-maxage=60')
    sendPage(response, '<script>boot()</script>')
  })
  const { policy } = await ask()
  const again = await ask()
  expect(made).toBe(1)
  expect(again.policy).toBe(policy)
  expect(again.headers.get('x-frame-options')).toBe('DENY')
})

test('an answer without news leaves the policy of the page alone', async () => {
  const { ask } = await serve((_request, response) => {
    response.setHeader('content-security-policy', "object-src 'none'")
    response.writeHead(304, { etag: '"x"' }).end()
  })
  const { status, policy, headers } = await ask({ headers: { 'cache-control': 'no-cache' } })
  expect(status).toBe(304)
  expect(policy).toBeNull()
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('anything but a page passes as it is written, in a sandbox', async () => {
  const { ask } = await serve((_request, response) => {
    response.writeHead(500, { 'content-type': 'text/plain', 'referrer-policy': 'no-referrer' })
    response.write('<script>boot()</script>')
    response.end()
  })
  const { status, policy, headers, body } = await ask()
  expect([status, policy, body]).toEqual([500, FILE_POLICY, '<script>boot()</script>'])
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('strict-transport-security')).toBeNull()
})

test('TLS is required where the proxy says that the browser came by it', async () => {
  const { ask } = await serve((_request, response) => sendPage(response, ''))
  const { headers, policy } = await ask({ headers: { 'x-forwarded-proto': 'https, http' } })
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8,}$/)
  expect(policy).toContain("img-src 'self' https:;")
  const plain = await ask()
  expect(plain.headers.get('strict-transport-security')).toBeNull()
  expect(plain.policy).toContain("img-src 'self' https: http:;")
})

test('a HEAD request is answered without a body', async () => {
  const { ask } = await serve((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(null)
  })
  const { policy, body } = await ask({ method: 'HEAD' })
  expect([policy, body]).toEqual([expect.stringContaining("script-src 'self';"), ''])
})

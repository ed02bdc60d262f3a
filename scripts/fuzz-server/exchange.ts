import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'

/** A request as it is sent, byte for byte. */
export interface Sent {
  method: string
  target: string
  headers: [name: string, value: string][]
  body: string
  /** Sent instead of all of the above; then the sending side is closed. */
  raw?: string
}

/** An answer as a client understands it. */
export interface Received {
  status: number
  headers: Map<string, string>
  /** Decoded, as Latin-1 so that no byte is lost. */
  body: string
}

/** How an exchange ended. */
export type Outcome = { kind: 'answered'; answer: Received } | { kind: 'closed' } | { kind: 'hung' }

/** The bytes of a request, as Latin-1. */
export function toBytes({ method, target, headers, body, raw }: Sent): string {
  if (raw !== undefined) return raw
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const length = body === '' ? '' : `Content-Length: ${Buffer.byteLength(body, 'latin1')}\r\n`
  return `${method} ${target} HTTP/1.1\r\n${lines}${length}Connection: close\r\n\r\n${body}`
}

/**
 * Sends a request on a connection of its own and reads the answer to its end.
 *
 * @param patienceMs for the complete answer (ms)
 */
export function exchange(port: number, sent: Sent, patienceMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const chunks: Buffer[] = []
    const timer = setTimeout(() => end({ kind: 'hung' }), patienceMs)
    const end = (outcome: Outcome) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(outcome)
    }
    const complete = () => {
      const answer = parseAnswer(Buffer.concat(chunks), sent.method === 'HEAD')
      end(answer ? { kind: 'answered', answer } : { kind: 'closed' })
    }
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      // A stream of events has no end.
      if (isEventStream(chunks)) complete()
    })
    socket.on('end', complete)
    socket.on('error', complete)
    const bytes = Buffer.from(toBytes(sent), 'latin1')
    if (sent.raw === undefined) socket.write(bytes)
    else socket.end(bytes)
  })
}

function isEventStream(chunks: Buffer[]): boolean {
  const head = Buffer.concat(chunks).subarray(0, 4_000).toString('latin1')
  return /^content-type: text\/event-stream[^]*\r\n\r\n/im.test(head)
}

function parseAnswer(bytes: Buffer, isHead: boolean): Received | null {
  const text = bytes.toString('latin1')
  const at = text.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = text.slice(0, at).split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1])
  if (at < 0 || !status) return null
  // An interim answer comes before the one that counts.
  if (status < 200) return parseAnswer(bytes.subarray(at + 4), isHead)
  const headers = new Map(lines.map((line) => [nameOf(line), line.replace(/^[^:]*:\s*/, '')]))
  const sent = bytes.subarray(at + 4)
  const isChunked = headers.get('transfer-encoding') === 'chunked'
  const body = isHead ? Buffer.alloc(0) : isChunked ? joinChunks(sent) : sent
  const encoding = headers.get('content-encoding')
  return { status, headers, body: decompress(body, encoding).toString('latin1') }
}

function nameOf(line: string): string {
  return line.split(':', 1)[0]?.toLowerCase() ?? ''
}

function joinChunks(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const end = bytes.indexOf('\r\n', at)
    const length = parseInt(bytes.subarray(at, end).toString('latin1'), 16)
    if (end < 0 || !(length > 0)) return Buffer.concat(parts)
    parts.push(bytes.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
}

function decompress(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body
  try {
    if (encoding === 'br') return brotliDecompressSync(body)
    if (encoding === 'gzip') return gunzipSync(body)
    if (encoding === 'deflate') return inflateSync(body)
  } catch {
    // What cannot be decompressed is judged as it came.
  }
  return body
}

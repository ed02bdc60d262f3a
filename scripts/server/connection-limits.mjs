import { STATUS_CODES } from 'node:http'

/** Limits that Node enforces itself, as it takes them. */
export const SERVER_OPTIONS = {
  /** For a whole request, in milliseconds. */
  requestTimeout: 30_000,
  /** For the head of a request, in milliseconds. */
  headersTimeout: 15_000,
  /** How often both are checked, in milliseconds. */
  connectionsCheckingInterval: 5_000,
  /** Between two requests of a connection, in milliseconds. */
  keepAliveTimeout: 5_000,
}

const MAX_CONNECTIONS = 5_000
const MAX_HEADERS = 100
/** Without progress in writing, in milliseconds. */
const WRITE_TIMEOUT_MS = 30_000
const CHECK_INTERVAL_MS = 5_000

/** What the parser's errors are answered with; any other is a bad request. */
const STATUSES = new Map([
  ['HPE_HEADER_OVERFLOW', 431],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
])

/**
 * Bounds what connections of a server may take, and answers what is no HTTP.
 *
 * @param {import('node:http').Server} server
 */
export function limitConnections(server) {
  server.maxConnections = MAX_CONNECTIONS
  server.maxHeadersCount = MAX_HEADERS
  server.on('clientError', answerParserError)
  server.on('connect', (_request, socket) => endWith(socket, 405, 'Allow: GET, HEAD\r\n'))
  const watch = watchWrites(WRITE_TIMEOUT_MS)
  server.on('connection', watch.add)
  const timer = setInterval(() => watch.check(performance.now()), CHECK_INTERVAL_MS).unref()
  server.once('close', () => clearInterval(timer))
}

/** @param {Error & { code?: string, rawPacket?: Buffer }} error @param {import('node:stream').Duplex} socket */
function answerParserError(error, socket) {
  const current = /** @type {{ _httpMessage?: { headersSent: boolean } }} */ (socket)._httpMessage
  // Text in the middle of an answer would be taken for a part of it.
  if (!socket.writable || error.code === 'ECONNRESET' || current?.headersSent) {
    socket.destroy()
    return
  }
  const isMethod =
    error.code === 'HPE_INVALID_METHOD' &&
    /^[\w!#$%&'*+.^`|~-]+ \S+ HTTP\/1\.[01]\r?\n/.test(String(error.rawPacket ?? ''))
  if (isMethod) endWith(socket, 405, 'Allow: GET, HEAD\r\n')
  else endWith(socket, STATUSES.get(error.code ?? '') ?? 400)
}

/** @param {import('node:stream').Duplex} socket @param {number} status @param {string} [headers] */
function endWith(socket, status, headers = '') {
  const text = `${status} ${STATUS_CODES[status]}\n`
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers}Connection: close\r\n`
  const type = `Content-Type: text/plain; charset=utf-8\r\nContent-Length: ${text.length}\r\n`
  socket.end(`${head}${type}\r\n${text}`, () => socket.destroy())
}

/**
 * Watches whether clients read what they are sent. Node's own timeouts end with
 * the request: a client that never reads its answer would stay connected for good.
 *
 * @param {number} timeoutMs without a byte that leaves the process
 */
export function watchWrites(timeoutMs) {
  /** @type {Map<import('node:net').Socket, { sent: number, since: number }>} */
  const stalled = new Map()
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set()
  return {
    /** @param {import('node:net').Socket} socket */
    add(socket) {
      sockets.add(socket)
      socket.once('close', () => {
        sockets.delete(socket)
        stalled.delete(socket)
      })
    },
    /** Closes connections that have not taken a byte for too long. @param {number} now in milliseconds */
    check(now) {
      for (const socket of sockets) {
        const known = stalled.get(socket)
        const sent = bytesSent(socket)
        if (socket.writableLength === 0) stalled.delete(socket)
        else if (known?.sent !== sent) stalled.set(socket, { sent, since: now })
        else if (now - known.since >= timeoutMs) socket.destroy()
      }
    },
  }
}

/** Bytes that the system has taken: what was written, without what still waits. @param {import('node:net').Socket} socket */
function bytesSent(socket) {
  // The one write that is under way shrinks bit by bit, which only the handle knows.
  const handle = /** @type {{ _handle?: { writeQueueSize?: number } | null }} */ (
    /** @type {unknown} */ (socket)
  )._handle
  return socket.bytesWritten - socket.writableLength - (handle?.writeQueueSize ?? 0)
}

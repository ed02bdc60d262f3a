import type { Random } from '@/test/support/random'

const host = 'Host: localhost\r\n'

/** Byte sequences that are no request, or none that a server must accept. */
export const MALFORMED: ((random: Random) => string)[] = [
  () => '\r\n\r\n',
  () => 'GET\r\n\r\n',
  () => 'GET / HTTP/9.9\r\n\r\n',
  () => 'GET / HTTP/1.1\r\n\r\n',
  () => `GET / HTTP/1.0\r\n\r\n`,
  () => `get / HTTP/1.1\r\n${host}\r\n`,
  () => `FOO /sw.js HTTP/1.1\r\n${host}\r\n`,
  () => `GET  / HTTP/1.1\r\n${host}\r\n`,
  () => `GET /a b HTTP/1.1\r\n${host}\r\n`,
  () => `GET * HTTP/1.1\r\n${host}\r\n`,
  () => `OPTIONS * HTTP/1.1\r\n${host}\r\n`,
  () => `GET nothing HTTP/1.1\r\n${host}\r\n`,
  () => `GET http:// HTTP/1.1\r\n${host}\r\n`,
  () => `GET http://evil.example HTTP/1.1\r\n${host}\r\n`,
  () => `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`,
  () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  () => `GET / HTTP/1.1\n${host}\n`,
  () => `GET / HTTP/1.1\r\n${host}no colon here\r\n\r\n`,
  () => `GET / HTTP/1.1\r\n${host}X: a\0b\r\n\r\n`,
  () => `GET / HTTP/1.1\r\n${host} folded: x\r\n\r\n`,
  () => `GET / HTTP/1.1\r\n${host}X: ${'x'.repeat(20_000)}\r\n\r\n`,
  () => `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`,
  () => `GET /${'x'.repeat(9_000)} HTTP/1.1\r\n${host}\r\n`,
  () => `GET / HTTP/1.1\r\n${host}${'A: b\r\n'.repeat(2_000)}\r\n`,
  () => `GET / HTTP/1.1\r\n${host}${host}\r\n`,
  () => `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy`,
  () =>
    `POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  () => `POST / HTTP/1.1\r\n${host}Content-Length: x\r\n\r\n`,
  () => `POST / HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`,
  () => `POST / HTTP/1.1\r\n${host}Content-Length: 99999\r\n\r\nshort`,
  () => `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n`,
  () => `POST / HTTP/1.1\r\n${host}Transfer-Encoding: gzip, x\r\n\r\n`,
  () => `GET / HTTP/1.1\r\n${host}\r\nGET / HTTP/1.1\r\n${host}\r\nGARBAGE\r\n\r\n`,
  (random) => Array.from({ length: 64 }, () => String.fromCharCode(random() * 256)).join(''),
]

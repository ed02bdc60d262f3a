import { pick, type Random } from '@/test/support/random'
import type { Sent } from './exchange'
import { MALFORMED } from './malformed'
import { HEADERS, NASTY, PARAMETERS, PATHS } from './vocabulary'

/** Names of the site's own content, to mix with made-up ones. */
export interface Known {
  topics: string[]
  articles: { id: string; href: string }[]
}

const METHODS =
  'GET GET GET GET GET GET HEAD POST PUT DELETE PATCH OPTIONS TRACE PURGE LINK UNLINK PROPFIND MKCOL M-SEARCH REPORT SOURCE QUERY FOO get'.split(
    ' ',
  )

/** Makes a request of any kind; the same random numbers make the same request. */
export function makeRequest(known: Known, random: Random, host: string): Sent {
  if (random() < 0.04) return { ...EMPTY, raw: pick(MALFORMED, random)(random) }
  const method = random() < 0.75 ? 'GET' : pick(METHODS, random)
  const target = makeTarget(known, random)
  const headers: Sent['headers'] = [['Host', random() < 0.9 ? host : pick(HOSTS, random)]]
  while (random() < 0.45) {
    const [name, values] = pick(HEADERS, random)
    headers.push([name, random() < 0.8 ? pick(values, random) : printable(pick(NASTY, random))])
  }
  return { method, target, headers, body: makeBody(method, random) }
}

const EMPTY: Sent = { method: 'GET', target: '/', headers: [], body: '' }

const HOSTS = [
  'evil.example',
  'evil.example:80',
  'localhost:99999',
  '[::1]',
  'a b',
  'evil.example/x',
  'user@evil.example',
  'LOCALHOST',
  '',
]

function makeTarget(known: Known, random: Random): string {
  let target = random() < 0.25 ? knownPath(known, random) : pick(PATHS, random)
  if (random() < 0.2) target = pick(['/de', '/ar', '/en', '/DE', '/fr'], random) + target
  while (random() < 0.35) target = mutate(target, random)
  const count = random() < 0.5 ? 0 : 1 + Math.floor(random() * 4)
  const query = Array.from({ length: count }, () => makeParameter(known, random)).join('&')
  const whole = query ? `${target}${target.includes('?') ? '&' : '?'}${query}` : target
  const place = random() < 0.03 ? pick(ORIGINS, random) : ''
  // A space or a line break would end the target.
  return place + whole.replace(/[\s]/g, '')
}

const ORIGINS = ['http://evil.example', 'https://evil.example:8443', 'http://localhost', 'HTTP://x']

function knownPath({ topics, articles }: Known, random: Random): string {
  if (random() < 0.4) return `/topics/${pick(topics, random)}`
  const { id, href } = pick(articles, random)
  return pick([href, `/api/articles/${id}`, `/api/articles/${id}/why`, `/articles/x-${id}`], random)
}

function mutate(path: string, random: Random): string {
  const at = Math.floor(random() * (path.length + 1))
  const bit = pick(NASTY, random)
  const kind = random()
  if (kind < 0.5) return path.slice(0, at) + bit + path.slice(at)
  if (kind < 0.6) return path.toUpperCase()
  if (kind < 0.7) return `${path}/`
  if (kind < 0.8) return `/${path}`
  if (kind < 0.9) return path.replaceAll('/', encodeURIComponent('/'))
  return `${path}/${bit}`
}

function makeParameter(known: Known, random: Random): string {
  const [name, values] = pick(PARAMETERS, random)
  const kind = random()
  if (kind < 0.4) return `${name}=${pick(values, random)}`
  if (kind < 0.6) return `${name}=${pick(known.topics, random)},${pick(known.topics, random)}`
  if (kind < 0.9) return `${name}=${pick(NASTY, random)}`
  return pick(NASTY, random)
}

function makeBody(method: string, random: Random): string {
  if (method === 'GET' ? random() < 0.97 : random() < 0.5) return ''
  return pick(['x', '{"a":1}', '\0\0', 'a=1&b=2', 'x'.repeat(100_000), '----\r\n\r\n'], random)
}

/** A header's value cannot hold a line break. */
function printable(text: string): string {
  return text.replace(/[\r\n\0]/g, '')
}

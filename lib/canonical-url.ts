import { canonicalHost } from './canonical-host'
import { canonicalQuery, videoIn } from './canonical-query'
import { normaliseEscapes } from './percent-encoding'

/** Hosts that serve other sites' AMP pages, with the path before `s/host/path`. */
const AMP_CACHES: [RegExp, RegExp][] = [
  [/\.cdn\.ampproject\.org$/, /^\/[a-z]\/(?:s\/)?(.+)$/],
  [/^google\.[a-z.]+$/, /^\/amp\/(?:s\/)?(.+)$/],
]

/** Files that a server sends for their folder; on a site such as a wiki, `Index.html` may be a page. */
const INDEX_FILE = /\/(?:index\.(?:html?|php|shtml|jsp|cfm|aspx?)|[Dd]efault\.(?:aspx?|html?))$/

interface Options {
  /** Whether the address is known to be that of an AMP page, whose path may end in `/amp`. */
  isAmp?: boolean
}

function parseWebUrl(address: string): URL | null {
  const url = URL.parse(address.trim())
  return url && /^https?:$/.test(url.protocol) ? url : null
}

/** The address within the address of an AMP cache. */
function insideAmpCache(url: URL): URL | null {
  const hostname = canonicalHost(url.hostname)
  for (const [host, path] of AMP_CACHES) {
    const inner = host.test(hostname) ? path.exec(normaliseEscapes(url.pathname))?.[1] : undefined
    if (inner?.includes('.')) return parseWebUrl(`https://${inner}${url.search}${url.hash}`)
  }
  return null
}

function canonicalPath(path: string, isAmp: boolean): string {
  const bare = path
    .replace(/\/+$/, '')
    .replace(INDEX_FILE, '')
    .replace(isAmp ? /(?<=\/[^/]+)\/amp$/i : /$^/, '')
    .replace(/(?<=[^/])\.amp(?=\.html?$|$)/i, '')
  return bare === path ? path : canonicalPath(bare, isAmp)
}

/** A fragment that names another page, as single-page sites have them; any other one is left out. */
function canonicalRoute(host: string, hash: string): string {
  if (!/^#[/!]/.test(hash)) return ''
  const [path = '', ...query] = hash.slice(1).split('?')
  const route = normaliseEscapes(path).replace(/\/+$/, '')
  const search = canonicalQuery(host, query.join('?'))
  return /^!?$/.test(route) && search === '' ? '' : `#${route}${search}`
}

/**
 * The identity of a piece: its address without what varies between sources.
 * Spelling is normalised by RFC 3986, 6.2.2. Left out are tracking parameters,
 * fragments that name no page, credentials, default ports, trailing slashes,
 * index files, `www.`, and the AMP and mobile variants of host, path and query;
 * http becomes https and parameters are sorted. The result is an identity, not
 * always a working address: link to the address as it was given.
 *
 * @param address any text
 * @returns an `https:` URL in ASCII, itself canonical; null when the text is no http or https address
 */
export function canonicalUrl(address: string, { isAmp = false }: Options = {}): string | null {
  let url = parseWebUrl(address)
  let amp = isAmp
  for (let inner = url && insideAmpCache(url); inner; inner = insideAmpCache(inner)) {
    url = inner
    amp = true
  }
  if (!url) return null
  const host = canonicalHost(url.hostname)
  if (host === '') return null
  const port = /^(?:|80|443)$/.test(url.port) ? '' : `:${url.port}`
  const path = canonicalPath(normaliseEscapes(url.pathname), amp)
  const video = port === '' ? videoIn(host, path, url.search) : undefined
  if (video) return `https://youtube.com/watch?v=${video}`
  return `https://${host}${port}${path}${canonicalQuery(host, url.search)}${canonicalRoute(host, url.hash)}`
}

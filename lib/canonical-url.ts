/** Query parameters that tell how a reader came, not what is read. */
const TRACKING = new RegExp(
  [
    'utm_.+|mtm_.+|hsa_.+|pk_(?:campaign|kwd|source|medium)|at_(?:medium|campaign|custom\\d*)',
    '(?:fb|g|d|y|tt|tw)clid|msclkid|gbraid|wbraid|igshid|igsh|li_fat_id|_ga|_gl',
    'mc_[ce]id|_hs(?:enc|mi)|mkt_tok|vero_id|oly_(?:anon|enc)_id|wt[._]mc.*|xtor|s_cid',
    'cmpid|ncid|ocid|smid|smtyp|sr_share|spm|ref_(?:src|url)|guc(?:counter|e_.+)|__twitter_impression',
  ]
    .map((names) => `^(?:${names})$`)
    .join('|'),
  'i',
)

/** Query parameters that ask for the AMP variant of a page. */
const AMP_PARAMETER = /^(?:amp|amp_.+|usqp)$/i

/** Hosts that serve other sites' AMP pages, with the path before `s/host/path`. */
const AMP_CACHES: [RegExp, RegExp][] = [
  [/\.cdn\.ampproject\.org$/, /^\/[a-z]\/(?:s\/)?(.+)$/],
  [/^(?:www\.)?google\.[a-z.]+$/, /^\/amp\/(?:s\/)?(.+)$/],
]

function parseWebUrl(address: string): URL | null {
  const url = URL.parse(address.trim())
  return url && /^https?:$/.test(url.protocol) && url.hostname ? url : null
}

function outsideAmpCache(url: URL): URL {
  for (const [host, path] of AMP_CACHES) {
    const inner = host.test(url.hostname) ? path.exec(url.pathname)?.[1] : undefined
    const original = inner?.includes('.') ? parseWebUrl(`https://${inner}${url.search}`) : null
    if (original) return outsideAmpCache(original)
  }
  return url
}

function canonicalHost(host: string): string {
  const inner = host.replace(/\.$/, '').replace(/\.m\.(?=[^.]+\.)/, '.')
  const bare = inner.replace(/^(?:www|m|mobile|amp)\.(?=[^.]+\.[^.])/, '')
  return bare === host ? host : canonicalHost(bare)
}

function canonicalPath(path: string): string {
  const bare = path
    .replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase())
    .replace(/\/+$/, '')
    .replace(/(?<=\/[^/]+)\/amp$/i, '')
    .replace(/(?<=[^/])\.amp(?=\.html?$|$)/i, '')
  return bare === path ? path : canonicalPath(bare)
}

function canonicalQuery(search: URLSearchParams): string {
  const kept = [...search].filter(
    ([name, value]) =>
      !TRACKING.test(name) &&
      !AMP_PARAMETER.test(name) &&
      !(name.toLowerCase() === 'outputtype' && value.toLowerCase() === 'amp'),
  )
  kept.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : x > y ? 1 : 0) : a < b ? -1 : 1))
  return kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : ''
}

/**
 * The identity of a piece: its address without what varies between sources.
 * Gone are tracking parameters, fragments, credentials, default ports,
 * trailing slashes, `www.`, and the AMP and mobile variants of host, path and
 * query; http becomes https and parameters are sorted. The result is an
 * identity, not always a working address: link to the address as it was given.
 *
 * @param address any text
 * @returns an `https:` URL, itself canonical; null when the text is no http or https address
 */
export function canonicalUrl(address: string): string | null {
  const given = parseWebUrl(address)
  if (!given) return null
  const url = outsideAmpCache(given)
  const port = url.port ? `:${url.port}` : ''
  const host = canonicalHost(url.hostname)
  const path = canonicalPath(url.pathname)
  const video = host === 'youtu.be' ? /^\/([\w-]+)$/.exec(path)?.[1] : undefined
  if (video) return `https://youtube.com/watch?v=${video}`
  return `https://${host}${port}${path}${canonicalQuery(url.searchParams)}`
}

import { normaliseEscapes } from './percent-encoding'

/** Query parameters that record how a reader came, not what is read. */
const TRACKING = anyOf(
  'utm_.+|mtm_.+|hsa_.+|pk_(?:campaign|kwd|source|medium)|at_(?:medium|campaign|custom\\d*)',
  '(?:fb|g|d|y|tt|tw)clid|msclkid|gbraid|wbraid|igshid|igsh|li_fat_id|_ga|_gl',
  'mc_[ce]id|_hs(?:enc|mi)|mkt_tok|vero_id|oly_(?:anon|enc)_id|wt[._]mc.*|xtor|s_cid',
  'cmpid|ncid|ocid|smid|smtyp|sr_share|spm|ref_(?:src|url)|guc(?:counter|e_.+)|__twitter_impression',
)

/** Query parameters that ask for the AMP variant of a page, as `name=value`. */
const AMP = /^(?:amp=(?:0|1|true)?|amp_[^=]+=.*|usqp=.*|outputtype=amp)$/i

/** Values of `ref` that name where a reader came from: a host, an address, plain words. */
const REFERRER =
  /^(?:|https?%3A%2F%2F.*|(?:[\w-]+\.)+[a-z]{2,}|[A-Za-z]+(?:[_-][A-Za-z]+)*|[a-z]+(?:[_-][a-z0-9]+)+)$/

/** Hosts where `ref` names a branch, a tag or a commit. */
const CODE_HOST =
  /^(?:.+\.)?(?:github(?:usercontent)?\.com|gitlab\.com|bitbucket\.org|codeberg\.org|sr\.ht)$|^(?:git|gitlab|gitea|forgejo|code)\./

const VIDEO_HOST = /^(?:music\.)?youtube(?:-nocookie)?\.com$/
const VIDEO_TRACKING = /^(?:feature|si|pp|t|start|ab_channel)$/

function anyOf(...names: string[]): RegExp {
  return new RegExp(`^(?:${names.join('|')})$`, 'i')
}

/**
 * The parameters of a query that say what is read, sorted, written as forms
 * send them. Text that cannot be decoded stays as it is, apart from the case
 * of its escapes.
 *
 * @param host canonical; what `ref`, `t` or `feature` mean depends on it
 * @param search with or without its question mark
 * @returns empty, or beginning with a question mark
 */
export function canonicalQuery(host: string, search: string): string {
  const parts = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '')
    .map(readPart)
    .filter(([name, value]) => !isIgnored(host, name, value))
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

function isIgnored(host: string, name: string, value: string): boolean {
  if (TRACKING.test(name) || AMP.test(`${name}=${value}`)) return true
  if (name === 'ref') return REFERRER.test(value) && !CODE_HOST.test(host)
  return VIDEO_HOST.test(host) && VIDEO_TRACKING.test(name)
}

function readPart(part: string): [name: string, value: string] {
  const end = part.indexOf('=')
  return end < 0 ? [spell(part), ''] : [spell(part.slice(0, end)), spell(part.slice(end + 1))]
}

/** Writes a name or a value in one way, whatever of it is escaped. */
function spell(text: string): string {
  const spaced = text.replaceAll('+', '%20')
  try {
    return new URLSearchParams([['', decodeURIComponent(spaced)]]).toString().slice(1)
  } catch {
    return normaliseEscapes(spaced)
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The id of a YouTube video that an address plays, in any of its forms; else undefined. */
export function videoIn(host: string, path: string, search: string): string | undefined {
  if (host === 'youtu.be') return /^\/([\w-]+)$/.exec(path)?.[1]
  if (!VIDEO_HOST.test(host)) return undefined
  if (path === '/watch') return /[?&]v=([\w-]+)(?:&|$)/.exec(search)?.[1]
  // These two are as long as an id, and play no single video.
  return /^\/(?:embed|shorts|live|v)\/(?!videoseries|live_stream)([\w-]{11})$/.exec(path)?.[1]
}

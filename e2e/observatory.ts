/**
 * Rules of Mozilla's HTTP Observatory (mdn/mdn-http-observatory, src/analyzer and src/grader) for the
 * headers of a page that is reached over TLS. It starts at 100, takes points away for what is missing
 * and, from 90 on, adds points for what is better than asked. A+ is 100 and more. Cookies, CORS and
 * scripts of other hosts, of which a page has none, neither add nor take points.
 */

type Headers = Record<string, string>

/** One rule: what it is about and the points that the headers get. */
type Finding = [rule: string, points: number]

const BROAD = ['*', 'http:', 'https:', 'ftp:']
const INLINE = ["'unsafe-inline'", 'data:']
const SIX_MONTHS_S = 15_552_000

const PRIVATE_REFERRERS = [
  'no-referrer',
  'same-origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
]

/** Directives of a policy with their sources. */
export function parsePolicy(policy: string): Map<string, string[]> {
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/))
  return new Map(directives.map(([name = '', ...sources]) => [name.toLowerCase(), sources]))
}

/** The grade's points, and each rule that took or added some. */
export function observatoryScore(headers: Headers): { score: number; findings: Finding[] } {
  const findings: Finding[] = [
    ['content-security-policy', policyPoints(headers['content-security-policy'] ?? '')],
    ['strict-transport-security', transportPoints(headers['strict-transport-security'] ?? '')],
    ['x-content-type-options', headers['x-content-type-options'] === 'nosniff' ? 0 : -5],
    ['x-frame-options', framePoints(headers)],
    ['referrer-policy', referrerPoints(headers['referrer-policy'])],
    ['cross-origin-resource-policy', resourcePoints(headers['cross-origin-resource-policy'])],
  ]
  const sum = (points: number[]) => points.reduce((total, each) => total + each, 0)
  const lost = sum(findings.map(([, points]) => Math.min(points, 0)))
  const gained = sum(findings.map(([, points]) => Math.max(points, 0)))
  const score = 100 + lost
  return { score: score >= 90 ? score + gained : score, findings }
}

function policyPoints(policy: string): number {
  if (policy === '') return -25
  const directives = parsePolicy(policy)
  const sources = (name: string) => directives.get(name) ?? directives.get('default-src') ?? ['*']
  const has = (name: string, ...values: string[]) => sources(name).some((s) => values.includes(s))
  if (has('script-src', ...BROAD, ...INLINE) || has('object-src', ...BROAD)) return -20
  const passive = ['img-src', 'media-src']
  const insecure = [...directives].filter(([, all]) => all.some((s) => /^(http|ftp):/.test(s)))
  if (insecure.some(([name]) => !passive.includes(name))) return -20
  if (has('script-src', "'unsafe-eval'") || has('style-src', "'unsafe-eval'")) return -10
  if (insecure.length > 0) return -10
  if (has('style-src', ...BROAD, ...INLINE)) return 0
  return sources('default-src').join() === "'none'" ? 10 : 5
}

function transportPoints(value: string): number {
  const age = /(?:^|;)\s*max-age=(\d+)/.exec(value)?.[1]
  if (age === undefined) return -20
  return Number(age) >= SIX_MONTHS_S ? 0 : -10
}

function framePoints(headers: Headers): number {
  const ancestors = parsePolicy(headers['content-security-policy'] ?? '').get('frame-ancestors')
  if (ancestors && !ancestors.some((source) => BROAD.includes(source))) return 5
  return /^(deny|sameorigin)$/i.test(headers['x-frame-options'] ?? '') ? 5 : -20
}

function referrerPoints(value: string | undefined): number {
  if (value === undefined) return 0
  return PRIVATE_REFERRERS.includes(value) ? 5 : -5
}

function resourcePoints(value: string | undefined): number {
  return value === 'same-origin' || value === 'same-site' ? 10 : 0
}

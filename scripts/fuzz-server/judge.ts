import type { Outcome, Received, Sent } from './exchange'

/** What an answer may never hold. */
export interface Forbidden {
  /** Texts that readers may not see. */
  secrets: string[]
  /** Folder that the server runs in. */
  folder: string
}

const STACK = /\n\s+at .{1,200}:\d+:\d+\)?|node:internal\/|\/node_modules\//
/** Leads to where an article was published, which is its purpose. */
const LEADS_OUT = /^(?:https?:\/\/[^/]*)?\/api\/articles\/[^/?]+\/original(?:\?|$)/i

/**
 * Judges the answer to a request.
 *
 * @returns the problem in a few words; null when there is none
 */
export function judge(sent: Sent, outcome: Outcome, forbidden: Forbidden): string | null {
  if (outcome.kind === 'hung') return 'no complete answer in time'
  // Bytes that are no HTTP may be answered by closing the connection.
  if (outcome.kind === 'closed') return sent.raw === undefined ? 'closed without an answer' : null
  const { answer } = outcome
  if (answer.status >= 500) return `status ${answer.status}`
  if (answer.body !== '' && !answer.headers.get('content-type')) return 'a body without a type'
  return findLeak(answer, forbidden) ?? findForeignLocation(sent, answer)
}

function findLeak({ body, headers }: Received, { secrets, folder }: Forbidden): string | null {
  const text = [...headers.values(), body].join('\n')
  if (STACK.test(text)) return 'a stack'
  if (text.includes(folder)) return 'a path of the server'
  const secret = secrets.find((each) => text.includes(each))
  return secret === undefined ? null : `a secret: ${secret.slice(0, 30)}`
}

function findForeignLocation(sent: Sent, { status, headers }: Received): string | null {
  const location = headers.get('location')
  if (location === undefined) return null
  if (status === 307 && LEADS_OUT.test(sent.target)) return null
  const target = resolve(location)
  if (target === null) return `no address to lead to: ${location.slice(0, 80)}`
  return target.host === BASE.host ? null : `leads to another host: ${location.slice(0, 80)}`
}

const BASE = new URL('http://localhost/')

/** Where a browser would go. A host that the request itself named is the site as its reader calls it. */
function resolve(location: string): URL | null {
  return URL.parse(location, BASE)
}

/** The request that a browser would send next; null where an answer does not lead on. */
export function follow(sent: Sent, outcome: Outcome): Sent | null {
  if (outcome.kind !== 'answered' || sent.raw !== undefined) return null
  const { status, headers } = outcome.answer
  const location = headers.get('location')
  const target = location === undefined ? null : URL.parse(location, BASE)
  if (status < 301 || status > 308 || !target || target.host !== BASE.host) return null
  return { ...sent, target: target.pathname + target.search, body: '' }
}

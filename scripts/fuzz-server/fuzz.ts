import { createRandom } from '@/test/support/random'
import { exchange, type Sent } from './exchange'
import { follow, judge, type Forbidden } from './judge'
import { makeRequest, type Known } from './make-request'
import { smaller } from './smaller'

/** A kind of answer that the server should not have given. */
export interface Failure {
  problem: string
  /** How many requests had it. */
  count: number
  /** A few of them, as small as the problem allows. */
  examples: Sent[]
}

/** What is fuzzed, and how. */
export interface Fuzzing {
  port: number
  known: Known
  forbidden: Forbidden
  requests: number
  /** Two runs with one seed send the same requests. */
  seed: number
  /** Time for a complete answer (ms). */
  patienceMs: number
  onProgress?: (done: number, statuses: Map<number, number>) => void
}

const CONCURRENCY = 8
const MAX_REDIRECTS = 5
const PROGRESS_EVERY = 1_000
/** Requests with one problem that are made small; more of them say nothing new. */
const EXAMPLES = 5

/** Sends made-up requests and judges each answer. */
export async function fuzz(options: Fuzzing): Promise<Failure[]> {
  const { port, known, requests, seed, onProgress = () => {} } = options
  const random = createRandom(seed)
  const failures = new Map<string, Failure>()
  const statuses = new Map<number, number>()
  let sent = 0
  const send = async () => {
    while (sent < requests) {
      sent += 1
      const request = makeRequest(known, random, `localhost:${port}`)
      const problem = await tryRequest(request, options, statuses)
      if (problem !== null) await note(failures, problem, () => shrink(request, problem, options))
      if (sent % PROGRESS_EVERY === 0) onProgress(sent, statuses)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, send))
  return [...failures.values()]
}

async function note(
  failures: Map<string, Failure>,
  problem: string,
  example: () => Promise<Sent>,
): Promise<void> {
  const failure = failures.get(problem) ?? { problem, count: 0, examples: [] }
  failures.set(problem, failure)
  failure.count += 1
  if (failure.count <= EXAMPLES) failure.examples.push(await example())
}

/** Sends a request and follows where its answer leads. */
async function tryRequest(
  request: Sent,
  { port, forbidden, patienceMs }: Fuzzing,
  statuses = new Map<number, number>(),
): Promise<string | null> {
  let next: Sent | null = request
  for (let step = 0; step <= MAX_REDIRECTS; step += 1) {
    const outcome = await exchange(port, next, patienceMs)
    if (outcome.kind === 'answered') {
      const { status } = outcome.answer
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    const problem = judge(next, outcome, namedBy(next, forbidden))
    if (problem !== null) return problem
    next = follow(next, outcome)
    if (next === null) return null
  }
  return `leads on and on, ${MAX_REDIRECTS} times`
}

/** A request that names a secret may get its own words back. */
function namedBy(sent: Sent, forbidden: Forbidden): Forbidden {
  const said = [sent.target, ...sent.headers.map(([, value]) => value)].join('\n')
  return { ...forbidden, secrets: forbidden.secrets.filter((each) => !said.includes(each)) }
}

async function shrink(request: Sent, problem: string, options: Fuzzing): Promise<Sent> {
  for (const candidate of smaller(request)) {
    if ((await tryRequest(candidate, options)) === problem) {
      return shrink(candidate, problem, options)
    }
  }
  return request
}

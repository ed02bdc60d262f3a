/**
 * Steady requests that no cache can answer: pages of feeds that nobody has asked for before.
 *
 * @param {string[]} origins where to send them, in turns
 * @param {number} readers how many ask at the same time
 */
export async function startRequests(origins, readers) {
  const response = await fetch(`${origins[0]}/api/articles?limit=100`)
  const feed = /** @type {import('@/lib/article').FeedPage} */ (await response.json())
  const slugs = new Set(feed.articles.flatMap(({ topics }) => topics.map(({ slug }) => slug)))
  const topics = [...slugs]
  /** Three different topics. */
  const pick = () => {
    const at = Math.floor(Math.random() * topics.length)
    const step = 1 + Math.floor(Math.random() * Math.floor(topics.length / 3 - 1))
    return [0, 1, 2].map((count) => topics[(at + count * step) % topics.length])
  }
  /** @type {{ at: number, milliseconds: number, problem: string | null }[]} */
  const answers = []
  let ended = false
  let turn = 0

  const ask = async (/** @type {string} */ url) => {
    const at = performance.now()
    const problem = await fetch(url, { signal: AbortSignal.timeout(30_000) }).then(
      async (answer) => (await answer.text(), answer.ok ? null : `status ${answer.status}`),
      (error) => `${error.cause ?? error}`,
    )
    answers.push({ at, milliseconds: performance.now() - at, problem })
  }
  const read = async () => {
    while (!ended) {
      turn += 1
      const [one, two, three] = pick()
      const query = `any=${one},${two}&none=${three}&sort=latest&limit=${1 + (turn % 100)}`
      await ask(`${origins[turn % origins.length]}/api/articles?${query}`)
    }
  }
  const all = Promise.all(Array.from({ length: readers }, read))
  return {
    /** Ends them and gives every answer, with when it was asked for, from `performance.now()`. */
    end: async () => {
      ended = true
      await all
      return answers
    },
  }
}

import { CACHES, HOWEVER_ASKED } from '@/lib/offline'

/** A line that has given nothing for so long, in milliseconds, will give nothing. */
const DEADLINE = 15_000

interface Kept {
  /** When what is kept will do, in milliseconds. */
  patience: number
  /** What else is kept for the request. */
  find: (request: Request) => Promise<Response | undefined>
}

/**
 * Ends the wait for a line that hangs. A strategy looks after a while into its own cache, and then
 * waits for the network however long that takes.
 *
 * @param answer of the strategy
 * @returns it, or what is kept elsewhere once that has taken too long
 * @throws {TypeError} where nothing comes before the deadline. The router's data end as soon as their
 *   page is known to be kept whole: the router then loads that
 */
export function notForever(
  answer: Promise<Response>,
  request: Request,
  { patience, find }: Kept,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new TypeError(`${request.url} did not answer`))
    const lookElsewhere = async () => {
      const kept = await find(request)
      if (kept) resolve(kept)
      else if (await isPageKept(request)) giveUp()
    }
    const timers = [
      setTimeout(() => void lookElsewhere().catch(() => undefined), patience),
      setTimeout(giveUp, DEADLINE),
    ]
    void answer.then(resolve, reject).finally(() => timers.forEach(clearTimeout))
  })
}

async function isPageKept({ headers, url }: Request): Promise<boolean> {
  if (headers.get('rsc') !== '1') return false
  const page = new URL(url)
  page.searchParams.delete('_rsc')
  const inCaches = [CACHES.pages, CACHES.saved].map((cacheName) =>
    caches.match(page, { ...HOWEVER_ASKED, cacheName }),
  )
  return (await Promise.all(inCaches)).some(Boolean)
}

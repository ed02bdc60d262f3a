import { CACHES, HOWEVER_ASKED, type KeptStory } from '@/lib/offline'
import { fetchPage } from './fetch-page'

/** Where the cache of saved stories keeps which addresses belong to which of them. */
const INDEX = '/hotsheet-saved.json'

/** By id of a story, all that is kept for it. */
type Index = Record<string, string[]>

let before: Promise<unknown> = Promise.resolve()

/** Saved no longer, while what belongs to them may still be on its way. */
const unsaved = new Set<string>()

/**
 * Keeps a saved story: its page, what the API says of it, and its pictures. What
 * does not arrive is left out; saving it again tries again. One story after
 * another: a reader may bring along a thousand in a file.
 *
 * @returns whether all that arrived is stored
 */
export async function keepSaved(story: KeptStory): Promise<boolean> {
  unsaved.delete(story.id)
  const turn = before.then(() => keepStory(story))
  before = turn.catch(() => undefined)
  return turn
}

async function keepStory({ id, href, pictures }: KeptStory): Promise<boolean> {
  if (unsaved.has(id)) return false
  const urls = [href, `/api/articles/${id}`, ...pictures]
  await changeIndex((index) => ({ ...index, [id]: urls }))
  const results = await Promise.allSettled([
    fetchPage(href, CACHES.saved),
    ...urls.slice(1).map(keep),
  ])
  if (unsaved.has(id)) await changeIndex((index) => index, urls)
  return results.every((result) => result.status === 'fulfilled' || isNetworkError(result.reason))
}

/** Whether something did not arrive; else it could not be stored. */
function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError
}

async function keep(url: string): Promise<void> {
  const cache = await caches.open(CACHES.saved)
  const isForeign = new URL(url, location.origin).origin !== location.origin
  // Pictures of others need not allow to be looked into.
  const request = new Request(
    url,
    isForeign ? { mode: 'no-cors', referrerPolicy: 'no-referrer' } : {},
  )
  const response = await fetch(request)
  if (response.ok || response.type === 'opaque') await cache.put(url, response)
}

/** Lets go of a story that is saved no longer, but for pictures that other saved ones show, too. */
export async function dropSaved(id: string): Promise<void> {
  unsaved.add(id)
  await changeIndex(({ [id]: _dropped, ...others }) => others)
}

/**
 * Changes the index, one change after another, and lets go of the addresses that it names no more.
 *
 * @param others that may have been kept without it
 */
async function changeIndex(change: (index: Index) => Index, others: string[] = []): Promise<void> {
  await navigator.locks.request(CACHES.saved, async () => {
    const cache = await caches.open(CACHES.saved)
    const stored = await cache.match(INDEX)
    const before = stored ? ((await stored.json()) as Index) : {}
    const after = change(before)
    await cache.put(INDEX, Response.json(after))
    const used = new Set(Object.values(after).flat())
    const unused = [...Object.values(before).flat(), ...others].filter((url) => !used.has(url))
    await Promise.all(unused.map((url) => cache.delete(url, HOWEVER_ASKED)))
  })
}

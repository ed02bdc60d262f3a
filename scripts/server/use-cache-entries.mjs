import { LRUCache } from 'lru-cache'

/**
 * Results of `'use cache'` functions in bounded memory. Next's own handler
 * counts the bytes of results alone, so that a budget of 50 MB holds hundreds
 * of megabytes of small ones; this one counts what goes with each as well.
 *
 * @see https://nextjs.org/docs/app/api-reference/config/next-config-js/cacheHandlers
 */

/** @typedef {import('next/dist/server/lib/cache-handlers/types.js').CacheEntry} Entry */
/** @typedef {Omit<Entry, 'value'> & { bytes: Uint8Array<ArrayBuffer> }} Stored */

const MAX_BYTES = 16 * 2 ** 20
/** Tags, times, a buffer and the bookkeeping of one entry. */
const ENTRY_OVERHEAD_BYTES = 1_500

/** Creates a handler with a store of its own. @param {number} [maxBytes] */
export function createEntries(maxBytes = MAX_BYTES) {
  /** @type {LRUCache<string, Stored>} */
  const stored = new LRUCache({
    maxSize: maxBytes,
    // A string may take two bytes per character.
    sizeCalculation: ({ bytes }, key) => bytes.byteLength + 2 * key.length + ENTRY_OVERHEAD_BYTES,
  })
  /** @type {Map<string, Promise<void>>} */
  const pending = new Map()
  /** Time of the last invalidation, in milliseconds as `timestamp` has it. */
  let invalidatedAt = 0

  /** @param {string} key @param {Promise<Entry>} pendingEntry */
  const store = async (key, pendingEntry) => {
    const { value, ...rest } = await pendingEntry
    const bytes = new Uint8Array(await new Response(value).arrayBuffer())
    if (rest.expire > 0 && rest.timestamp > invalidatedAt) stored.set(key, { ...rest, bytes })
  }

  /** @type {import('next/dist/server/lib/cache-handlers/types.js').CacheHandler} */
  const handler = {
    async get(key) {
      await pending.get(key)
      const entry = stored.get(key)
      if (!entry) return undefined
      if (now() > entry.timestamp + entry.revalidate * 1_000) return undefined
      const { bytes, ...rest } = entry
      return { ...rest, value: streamOf(bytes) }
    },
    async set(key, pendingEntry) {
      // A result that could not be read to its end is not stored; its reader learns of the error itself.
      const storing = store(key, pendingEntry).catch(() => {})
      pending.set(key, storing)
      await storing
      if (pending.get(key) === storing) pending.delete(key)
    },
    async refreshTags() {},
    async getExpiration() {
      return 0
    },
    // Every result carries the one tag of the content (lib/queries/content.ts).
    async updateTags() {
      invalidatedAt = now()
      stored.clear()
    },
  }
  return handler
}

function now() {
  return performance.timeOrigin + performance.now()
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {ReadableStream<Uint8Array>} */
function streamOf(bytes) {
  return new ReadableStream({
    start(controller) {
      if (bytes.byteLength > 0) controller.enqueue(bytes)
      controller.close()
    },
  })
}

// eslint-disable-next-line no-restricted-syntax -- Next asks for a default export
export default createEntries()

import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
const config = {
  cacheComponents: true,
  // Pages are whole and static, so a link's prefetch is the page itself: see docs/decisions.
  partialPrefetching: false,
  cacheLife: {
    // What the content watcher misses heals after five minutes.
    feed: { stale: 60, revalidate: 300, expire: 31_536_000 },
  },
  experimental: {
    // Made-up filter combinations are kept in bounded memory and never fill the disk.
    isrFlushToDisk: false,
  },
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root: path.dirname(fileURLToPath(import.meta.url)) },
}

export default config

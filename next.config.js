import { readFile } from 'node:fs/promises'
import path from 'node:path'
import tailwind from '@tailwindcss/postcss'
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js'
import createNextIntlPlugin from 'next-intl/plugin'
import postcss from 'postcss'
import { headerRules } from './scripts/server/security-headers.mjs'

const root = import.meta.dirname

/** Styles that are sent with the HTML. @param {string} file */
async function compileStyles(file) {
  const from = path.join(root, file)
  const { css } = await postcss([tailwind({ optimize: { minify: true } })]).process(
    await readFile(from, 'utf8'),
    { from },
  )
  return css
}

async function inlineStyles() {
  return {
    HOTSHEET_STYLES: await compileStyles('app/globals.css'),
    HOTSHEET_ARTICLE_STYLES: await compileStyles('app/article.css'),
  }
}

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: {
    // Browsers get messages that are parsed already, and no parser: see docs/decisions/languages.md.
    messages: { path: './messages', format: 'json', locales: 'infer', precompile: true },
  },
})

/**
 * Paths without a language, those of English, are rendered below `/en`. Files and routes that no
 * language has come before this, but for those whose path has a part that varies.
 */
const withoutLanguage = '/:path((?!(?:en|de|ar)(?:/|$)|(?:api|pictures|_next)/).*)'

/** @returns {Promise<import('next').NextConfig>} */
export default async function config(phase) {
  return withNextIntl({
    cacheComponents: true,
    // Pages are whole and static, so a link's prefetch is the page itself: see docs/decisions.
    partialPrefetching: false,
    // Rendered pages in memory. Next counts characters, of which each may take two bytes.
    cacheMaxMemorySize: 24 * 2 ** 20,
    cacheHandlers: { default: path.join(root, 'scripts/server/use-cache-entries.mjs') },
    // Pictures are shown as they are; an optimizer that nobody needs would fetch whatever it is asked for.
    images: { unoptimized: true, localPatterns: [], remotePatterns: [] },
    cacheLife: {
      // What the content watcher misses heals after five minutes; a shared cache
      // may show what is older than that while it asks again, for an hour at most.
      feed: { stale: 60, revalidate: 300, expire: 3_600 },
    },
    experimental: {
      // Made-up filter combinations are kept in bounded memory and never fill the disk.
      isrFlushToDisk: false,
      // Guesses a page from another at the same path, which a query makes another one here.
      optimisticRouting: false,
      // The root layout belongs to a language, which an address that leads nowhere may not have.
      globalNotFound: true,
    },
    rewrites: async () => ({
      beforeFiles: [],
      afterFiles: [{ source: withoutLanguage, destination: '/en/:path' }],
      fallback: [],
    }),
    env: phase === PHASE_PRODUCTION_BUILD ? await inlineStyles() : {},
    headers: async () => [
      ...headerRules(),
      {
        source: '/(fonts|pictures)/:file',
        headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }],
      },
      { source: '/sw.js', headers: [{ key: 'cache-control', value: 'no-cache' }] },
    ],
    // scripts/server.mjs does it, also for route handlers, and keeps what it made.
    compress: false,
    poweredByHeader: false,
    // `npm test` checks types, those of tests and scripts too; here it would be a third of the build.
    typescript: { ignoreBuildErrors: true },
    reactStrictMode: true,
    turbopack: { root },
  })
}

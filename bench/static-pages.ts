import type { FeedPage } from '@/lib/article'
import { serveNextApp, type Server } from './servers'

/** Bytes of a static page without its text. */
const SCAFFOLD_BYTES = 5_100
/** How often its text is in the page: as HTML and as data. */
const COPIES = 2

/**
 * Builds and serves static Next pages, each with as many bytes as an answer of the site.
 *
 * @param url origin of the site
 * @param pages paths of the site by name; each is served at `/<name>`
 */
export async function serveStaticPages(
  url: string,
  pages: { name: string; path: string }[],
): Promise<Server> {
  const { articles } = (await (await fetch(`${url}/api/articles?limit=100`)).json()) as FeedPage
  const text = articles.map(({ title, excerpt }) => `${title}: ${excerpt ?? ''}`).join(' ')
  const sources: Record<string, string> = {}
  for (const { name, path } of pages) {
    const { byteLength } = await (await fetch(url + path)).arrayBuffer()
    const length = Math.max(1, Math.round((byteLength - SCAFFOLD_BYTES) / COPIES))
    const content = text.repeat(Math.ceil(length / text.length)).slice(0, length)
    sources[`/${name}`] =
      `export default function Page() { return <main><p>{${JSON.stringify(content)}}</p></main> }`
  }
  return serveNextApp('static', sources)
}

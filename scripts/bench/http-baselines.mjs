import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { freePort } from '../steps/free-port.mjs'
import { serveAt, serveNextApp } from './servers.mjs'

/** @typedef {{ name: string, path: string }} Page */

/** Bytes of a static page without its text, and how often the text is in it: as HTML and as data. */
const SCAFFOLD = 5_100
const COPIES = 2

/** @param {string} url @param {number} bytes @returns {Promise<string[]>} paragraphs of real headlines and excerpts */
async function paragraphs(url, bytes) {
  const { articles } = await (await fetch(`${url}/api/articles?limit=100`)).json()
  const texts = articles.map((/** @type {any} */ each) => `${each.title}: ${each.excerpt ?? ''}`)
  const chosen = []
  for (let length = 0, index = 0; length < bytes; index += 1) {
    const text = `${index} ${texts[index % texts.length]}`.slice(0, Math.max(1, bytes - length))
    chosen.push(text)
    length += text.length + 20
  }
  return chosen
}

/**
 * Builds and serves static Next pages, each with as many bytes as an answer of the site.
 *
 * @param {string} url the site
 * @param {Page[]} pages served at `/<name>`
 */
export async function serveStaticPages(url, pages) {
  /** @type {Record<string, string>} */
  const files = {}
  for (const page of pages) {
    const { byteLength } = await (await fetch(url + page.path)).arrayBuffer()
    const texts = await paragraphs(url, Math.max(0, byteLength - SCAFFOLD) / COPIES)
    files[`app/${page.name}/page.js`] =
      `export default function Page() { return <main>${texts.map((text) => `<p>{${JSON.stringify(text)}}</p>`).join('')}</main> }`
  }
  return serveNextApp('static', files, `/${pages[0]?.name}`)
}

/**
 * Serves the bytes of the site's answers from files, by Node alone.
 *
 * @param {string} url the site
 * @param {Page[]} pages served at `/<name>`
 */
export async function serveFiles(url, pages) {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-files-'))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4 }
  for (const page of pages) {
    const body = Buffer.from(await (await fetch(url + page.path)).arrayBuffer())
    await writeFile(path.join(folder, `${page.name}.br`), brotliCompressSync(body, { params }))
  }
  const port = await freePort()
  const command = [process.execPath, 'scripts/bench/static-server.mjs', folder, `${port}`]
  const server = await serveAt(command, `http://localhost:${port}/${pages[0]?.name}`)
  const stop = async () => {
    server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: `http://localhost:${port}`, stop }
}

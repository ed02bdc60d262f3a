import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { CHOOSE_LANGUAGE } from '../../lib/choose-language.mjs'

/**
 * Pages of the build that show no document, so that nobody but the build wrote the code in them:
 * they hold the script before the first paint, the loader's, and what Next's own error page says.
 */
const PAGES_WITHOUT_DOCUMENTS = ['app/en/offline.html', 'app/_global-error.html']

/**
 * Reads which inline scripts and styles the build put into pages.
 *
 * @param {string} build folder of the build, `.next`
 * @returns {Promise<import('./inline-code.mjs').KnownCode>}
 * @throws {Error} when the site is not built
 */
export async function readKnownCode(build) {
  const [config, ...pages] = await Promise.all(
    ['required-server-files.json', ...PAGES_WITHOUT_DOCUMENTS.map((page) => `server/${page}`)].map(
      (file) => readFile(path.join(build, file), 'utf8'),
    ),
  )
  const { HOTSHEET_STYLES: everywhere = '', HOTSHEET_ARTICLE_STYLES: article = '' } = JSON.parse(
    config ?? '',
  ).config.env
  return {
    scripts: new Set([CHOOSE_LANGUAGE, ...pages.flatMap((page) => textsOf('script', page))]),
    // React writes the styles of a page into one element, in the order in which it meets them.
    styles: new Set([
      everywhere,
      article,
      everywhere + article,
      article + everywhere,
      ...pages.flatMap((page) => textsOf('style', page)),
    ]),
  }
}

/** @param {'script' | 'style'} name @param {string} page */
function textsOf(name, page) {
  const elements = page.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gs'))
  return [...elements].map(([, text = '']) => text).filter((text) => text !== '')
}

/**
 * Texts that may stand in script and style elements.
 *
 * @typedef {{ scripts: ReadonlySet<string>, styles: ReadonlySet<string> }} KnownCode
 */

/**
 * Inline code of a page.
 *
 * @typedef {object} InlineCode
 * @property {string} html the page, with adjacent scripts of router data joined into one
 * @property {string[]} scripts texts that may run
 * @property {string[]} styles texts that may apply
 * @property {string[]} refused texts that are neither known nor router data
 */

/**
 * An element with inline code as React writes it. This does not have to agree with a browser about
 * where elements are: a text is allowed for what it says, wherever it stands, and an element that is
 * missed or cut wrongly does not run.
 */
const ELEMENT = /<(script|style)(?: [^>]*)?>(.*?)<\/\1>/gs

const ROUTER_DATA = /^self\.__next_f\.push\((.*)\)$/s

/** Kinds of router data: text of React's payload, and the same in base64. */
const DATA_KINDS = [1, 3]

/**
 * Finds the inline code of a page and decides which of it may run. Router data (the payload that
 * React hydrates from) comes in some twenty scripts per page; joining those that follow each other
 * leaves one hash in the header, however long the page.
 *
 * @param {string} page HTML
 * @param {KnownCode} known
 * @returns {InlineCode}
 */
export function findInlineCode(page, known) {
  /** @type {InlineCode} */
  const found = { html: '', scripts: [], styles: [], refused: [] }
  let end = 0
  /** Texts of the run of router data that ends at `end`. @type {string[]} */
  let data = []
  const closeRun = () => {
    if (data.length === 0) return
    const script = data.join(';')
    found.scripts.push(script)
    found.html += `<script>${script}</script>`
    data = []
  }
  for (const match of page.matchAll(ELEMENT)) {
    const [element, name, text = ''] = match
    if (match.index > end) closeRun()
    found.html += page.slice(end, match.index)
    end = match.index + element.length
    if (element.startsWith('<script>') && isRouterData(text)) {
      data.push(text)
      continue
    }
    closeRun()
    found.html += element
    if (text !== '') sort(found, known, name === 'style' ? 'styles' : 'scripts', text)
  }
  closeRun()
  found.html += page.slice(end)
  return found
}

/** @type {(found: InlineCode, known: KnownCode, kind: 'scripts' | 'styles', text: string) => void} */
function sort(found, known, kind, text) {
  if (known[kind].has(text)) found[kind].push(text)
  else found.refused.push(text)
}

/**
 * Whether a script does nothing but hand over a string to the router. An attacker who can write
 * markup gains nothing by it: the string describes markup, and runs no script.
 *
 * @param {string} text
 */
export function isRouterData(text) {
  const argument = ROUTER_DATA.exec(text)?.[1]
  if (argument === undefined) return false
  try {
    const data = JSON.parse(argument)
    return (
      Array.isArray(data) &&
      data.length === 2 &&
      DATA_KINDS.includes(data[0]) &&
      typeof data[1] === 'string'
    )
  } catch {
    return false
  }
}

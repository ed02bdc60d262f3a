import { readFile, writeFile } from 'node:fs/promises'

/** @typedef {Record<string, string | number>[]} Table one object for each row, with the same keys */

const FILE = 'docs/benchmarks.md'

/** @param {Table} table */
function toMarkdown(table) {
  const columns = Object.keys(table[0] ?? {})
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.join(' | ')} |`
  const rows = table.map((row) => line(columns.map((column) => row[column] ?? '')))
  return [line(columns), line(columns.map(() => '---')), ...rows].join('\n')
}

/**
 * Puts a table into docs/benchmarks.md, between the markers of its part.
 *
 * @param {string} part
 * @param {Table} table
 */
export async function writeResults(part, table) {
  const text = await readFile(FILE, 'utf8')
  const [begin, end] = [`<!-- bench:${part} -->`, `<!-- /bench:${part} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${FILE} has no markers for "${part}".`)
  const before = text.slice(0, from + begin.length)
  await writeFile(FILE, `${before}\n\n${toMarkdown(table)}\n\n${text.slice(to)}`)
}

/** @param {number[]} values */
export function median(values) {
  return quantile(values, 0.5)
}

/** The value below which a share of all lie. @param {number[]} values @param {number} share 0 to 1 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

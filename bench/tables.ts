import { readFile, writeFile } from 'node:fs/promises'

/** Measured figures: one object per row, all with the same keys. */
export type Table = Record<string, string | number>[]

/** Arguments of `npm run bench`. Any of them makes a partial run, whose tables are printed only. */
export interface Options {
  /** Databases of the part `store`; all when left out. */
  database?: string[]
  /** Sizes of the archives of the part `store`, in documents; all when left out. */
  size?: string[]
  /** Number of documents of the part `import`. */
  documents?: string
  /** Number of requests of the part `memory`. */
  requests?: string
}

/**
 * Measures something.
 *
 * @param onLine is called with progress messages
 * @returns a table, or several by the names of their markers in docs/benchmarks.md
 */
export type Part = (
  onLine: (line: string) => void,
  options: Options,
) => Promise<Table | Record<string, Table>>

const FILE = 'docs/benchmarks.md'

/** Writes a table into docs/benchmarks.md, between its markers. */
export async function writeTable(marker: string, table: Table): Promise<void> {
  const text = await readFile(FILE, 'utf8')
  const [begin, end] = [`<!-- bench:${marker} -->`, `<!-- /bench:${marker} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${FILE} has no markers for "${marker}".`)
  const before = text.slice(0, from + begin.length)
  await writeFile(FILE, `${before}\n\n${toMarkdown(table)}\n\n${text.slice(to)}`)
}

function toMarkdown(table: Table): string {
  const columns = Object.keys(table[0] ?? {})
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`
  const rows = table.map((row) => line(columns.map((column) => row[column] ?? '')))
  return [line(columns), line(columns.map(() => '---')), ...rows].join('\n')
}

/** Formats milliseconds with as many digits as they are worth. */
export function formatMs(value: number): string {
  return value.toPrecision(value < 10 ? 2 : 3)
}

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..')

/** Folders whose paths are recognised wherever they are mentioned. */
const FOLDERS =
  'app|bench|components|docs|e2e|lib|messages|prisma|public|scripts|seeds|service-worker|test'
const SEGMENT = String.raw`(?:[\w@.-]|\[[\w.]+\])+`
const PATH = new RegExp(String.raw`(?<![\w./@-])(?:\./)?((?:${FOLDERS})(?:/${SEGMENT})+)`, 'g')
/** A file's bare name in backticks, such as \`rank.ts\`. */
const BARE_FILE = /`([\w.-]+\.(?:ts|tsx|mjs|js|css|sql|prisma))`/g
const COMMAND = /\bnpm (?:run ([\w:-]+)|(start|test)\b)/g

/** Files that the project makes and does not track. */
const GENERATED = /^(lib\/db\/generated|public\/sw\.js|e2e\/report)/

/** Files that are mentioned because the project does not have them, or has them only when built. */
const ELSEWHERE = ['sw.js', 'loading.tsx', 'Node.js', 'node.js']

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)))
const names = new Set(files.map((file) => path.basename(file)))
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

/** Text in which a reader expects references to hold: documents, and comments of code. */
const texts = files.flatMap((file) => {
  if (file.startsWith('seeds/') || file === 'CHANGELOG.md') return []
  const text = () => readFileSync(path.join(root, file), 'utf8')
  if (file.endsWith('.md')) return [{ file, text: text() }]
  if (/\.(ts|tsx|mjs|js|css|prisma|sql)$/.test(file)) return [{ file, text: commentsOf(text()) }]
  return []
})

/** Returns the comments of code. A string that looks like a comment counts, too, and does no harm. */
function commentsOf(code: string): string {
  return (code.match(/\/\*[\s\S]*?\*\/|(?<![:\w'"`])\/\/.*$|^\s*--.*$/gm) ?? []).join('\n')
}

/** Returns what every text mentions and `isThere` denies, as "file: mention". */
function missing(pattern: RegExp, isThere: (mention: string, file: string) => boolean): string[] {
  return texts.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)]
      .map((match) => match[1] ?? match[2] ?? '')
      .filter((mention) => !isThere(mention, file))
      .map((mention) => `${file}: ${mention}`),
  )
}

it('every path named in docs and comments exists', () => {
  const isThere = (mention: string) => {
    const name = mention.replace(/\.$/, '')
    // A module may be named without its ending.
    return (
      GENERATED.test(name) ||
      ['', '.ts', '.tsx', '.mjs', '.js'].some((end) => existsSync(path.join(root, name + end)))
    )
  }
  expect(missing(PATH, isThere)).toEqual([])
})

it('every file named in docs and comments exists', () => {
  expect(missing(BARE_FILE, (name) => names.has(name) || ELSEWHERE.includes(name))).toEqual([])
})

it('every npm command named in docs and comments exists', () => {
  expect(missing(COMMAND, (mention) => scripts[mention] !== undefined)).toEqual([])
})

it('every link of a document leads to a file', () => {
  const isThere = (link: string, file: string) => {
    if (/^([a-z]+:|#)/.test(link)) return true
    return existsSync(path.join(root, path.dirname(file), link.replace(/#.*$/, '')))
  }
  expect(
    missing(/\]\(([^)\s]+)\)/g, (link, file) => !file.endsWith('.md') || isThere(link, file)),
  ).toEqual([])
})

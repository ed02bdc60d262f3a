import type { AskedFor } from './ask'

/** Names of the site's own content, to mix with made-up ones. */
export interface Known {
  topics: string[]
  articles: { id: string; href: string }[]
}

type Pick = <T>(list: readonly T[]) => T
type Kind = (text: string, pick: Pick, known: Known) => string

const LOCALES = ['', '/de', '/ar']
const ENCODINGS = ['br', 'gzip', 'identity']

/** Kinds of addresses, each a function of made-up text that is never the same twice. */
const KINDS: Kind[] = [
  // A topic that does not exist, beside one that does and alone.
  (text, pick, { topics }) => `/?any=${pick(topics)},${text}`,
  (text, pick, { topics }) => `/?all=${pick(topics)}&none=${text}`,
  (text) => `/topics/${text}`,
  (text) => `/topics/${text}?sort=latest`,
  (text) => `/topics?all=${text}`,
  // Combinations of topics that do exist, without end.
  (_text, pick, { topics }) =>
    `/?any=${pick(topics)},${pick(topics)},${pick(topics)}&none=${pick(topics)}`,
  (text, pick, { topics }) => `/?any=${pick(topics)},${pick(topics)}&cursor=${text}`,
  // Articles that do not exist, and titles that an article never had.
  (text, pick) => `/articles/${text}-${pick(LETTERS)}${text.slice(-9)}`,
  (text, pick, { articles }) => `/articles/${text}-${pick(articles).id}`,
  (text) => `/search?q=${text}+story`,
  (text) => `/search?q=${text.slice(-2)}+${text}&sort=latest`,
  (text) => `/?utm_source=${text}`,
  (text, pick, { topics }) => `/topics/${pick(topics)}?utm_campaign=${text}`,
  (text, pick, { articles }) => `${pick(articles).href}?ref=${text}`,
  (text) => `/days/${1000 + (parseInt(text.slice(-4), 36) % 9000)}-0${1 + (text.length % 9)}-17`,
  (text) => `/days/${text}`,
  (text) => `/${text}`,
  (text) => `/${text}/${text}`,
]

/** Kinds that no language has. */
const SERVICES: Kind[] = [
  (text) => `/api/articles?q=${text}`,
  (text, pick, { topics }) => `/api/articles?any=${pick(topics)},${pick(topics)}&q=${text}`,
  (_text, pick, { topics }) =>
    `/api/articles?any=${pick(topics)},${pick(topics)},${pick(topics)}&limit=20`,
  (text) => `/api/articles?all=${text}`,
  (text) => `/api/articles?utm_source=${text}`,
  (text, pick) => `/api/articles/${pick(LETTERS)}${text.slice(-9)}`,
  (text, pick, { articles }) => `/api/articles/${pick(articles).id}/why?cursor=${text}`,
  (text, pick) => `/api/articles/${pick(LETTERS)}${text.slice(-9)}/original`,
  (text) => `/pictures/${text}.svg`,
  (text) => `/api/suggestions?q=${text}`,
  (text) => `/_next/static/chunks/${text}.js`,
  (text) => `/_next/image?url=/${text}.png&w=64&q=75`,
  (text) => `/sw.js?${text}`,
]

const LETTERS = [...'0123456789abcdefghjkmnpqrstvwxyz']

/**
 * Returns a function that makes requests of all kinds in turn: pages in every language, as HTML and as
 * the router of a browser asks for them, the API, pictures and files.
 *
 * @param random from 0 to 1
 */
export function madeUpAddresses(known: Known, random: () => number): () => AskedFor {
  let count = 0
  const pick: Pick = (list) => {
    const picked = list[Math.floor(random() * list.length)]
    if (picked === undefined) throw new Error('There is nothing to pick from.')
    return picked
  }
  const text = () => Array.from({ length: 12 }, () => pick(LETTERS)).join('')
  return () => {
    count += 1
    const kinds = count % 3 === 0 ? SERVICES : KINDS
    const locale = kinds === KINDS ? pick(LOCALES) : ''
    const kind = kinds[Math.floor(count / 3) % kinds.length]
    const path = locale + (kind?.(text(), pick, known) ?? '/')
    const isRouter = kinds === KINDS && count % 5 === 0
    const headers = { 'accept-encoding': pick(ENCODINGS), ...(isRouter && { rsc: '1' }) }
    return { path: path.replace(/^(\/(?:de|ar))\/\?/, '$1?'), headers }
  }
}

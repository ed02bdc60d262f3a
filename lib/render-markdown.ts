import MarkdownIt from 'markdown-it'
import { parseWebAddress, pathOnSite } from './web-address'

// Raw HTML stays text; pictures of unknown size would move the text, so they stay out of a body.
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false }).disable('image')

/** Links that say where they lead: into the web, to a mailbox, or to a page of this site. */
const ABSOLUTE = /^(?:https?:\/\/|mailto:)/i
const ON_SITE = /^[/?#]/

/** Allows no other links: the text of one stays text. */
markdown.validateLink = (href) =>
  ABSOLUTE.test(href) || (ON_SITE.test(href) && pathOnSite(href) !== null)

const encodeLink = markdown.normalizeLink.bind(markdown)

/** Writes links in ASCII. `//host/…` and `https:host/…` are written in full, as https. */
markdown.normalizeLink = (text) => {
  const href = encodeLink(text)
  if (ABSOLUTE.test(href)) return href
  return parseWebAddress(/^[/\\]{2}/.test(href) ? `https:${href}` : href) ?? href
}

/**
 * Renders an untrusted Markdown body.
 *
 * @returns HTML without scripts, styles, raw HTML or pictures, whose links are
 *   http, https or mailto; headings begin at `h2`
 */
export function renderMarkdown(source: string): string {
  return markdown.render(source).replace(/<(\/?)h1>/g, '<$1h2>')
}

import MarkdownIt from 'markdown-it'

// Raw HTML stays text, and the library itself refuses script links; pictures
// of unknown size would move the text, so they stay out of a body.
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false }).disable('image')

/**
 * Renders an untrusted Markdown body.
 *
 * @returns HTML without scripts, styles, raw HTML or pictures; headings begin at `h2`
 */
export function renderMarkdown(source: string): string {
  return markdown.render(source).replace(/<(\/?)h1>/g, '<$1h2>')
}

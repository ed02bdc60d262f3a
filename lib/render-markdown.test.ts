import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './render-markdown'

describe('a document’s body', () => {
  it('keeps its headings below the page’s own, its links, lists and quotations', () => {
    const html = renderMarkdown('# One\n\n## Two\n\n- [a](https://a.example)\n\n> said')
    expect(html).toContain('<h2>One</h2>')
    expect(html).toContain('<h2>Two</h2>')
    expect(html).toContain('<a href="https://a.example">a</a>')
    expect(html).toContain('<blockquote>')
  })

  it('shows raw HTML as text', () => {
    const html = renderMarkdown('<script>alert(1)</script> and <b onclick="x()">bold</b>')
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<b')
  })

  it('makes no link of a script or data address', () => {
    expect(renderMarkdown('[x](javascript:alert(1)) [y](data:text/html,x)')).not.toContain('<a')
  })

  it('never holds an element that a document invented', () => {
    const known =
      /^<\/?(p|h[1-6]|a|em|strong|ul|ol|li|blockquote|code|pre|hr|br|s|table|thead|tbody|tr|th|td)\b/
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        for (const [tag] of renderMarkdown(source).matchAll(/<[^>]*>/g)) expect(tag).toMatch(known)
      }),
    )
  })
})

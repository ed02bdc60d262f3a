import { describe, expect, test } from 'vitest'
import { ADDRESSES, bodyOf, markdownLinks, MARKUP } from '@/e2e/script-vectors'
import { renderMarkdown } from './render-markdown'

const LINK = /^<a href="(?:https?:\/\/|mailto:|[/?#])[^"<>]*"(?: title="[^"<>]*")?>$/
const PLAIN =
  /^<\/?(?:p|h[1-6]|a|em|strong|ul|ol|li|blockquote|code|pre|hr|br|s|table|thead|tbody|tr|th|td)>$/
const STYLED =
  /^<(?:code class="[^"<>]*"|ol start="\d+"|t[dh] style="text-align:(?:left|right|center)")>$/

/** Expects that every tag is one that Markdown has, without attributes that could hold a script. */
function expectHarmless(html: string) {
  for (const [tag] of html.matchAll(/<[^>]*>?/g)) {
    expect(
      [LINK, PLAIN, STYLED].some((known) => known.test(tag)),
      tag,
    ).toBe(true)
  }
}

/** The addresses of all links in HTML, as a browser on the site resolves them. */
function linksIn(html: string): URL[] {
  const decoded = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  return [...html.matchAll(/<a href="([^"]*)"/g)].map(
    ([, href = '']) => new URL(decoded(href), 'https://site.example'),
  )
}

describe('no body keeps a script', () => {
  test.each(MARKUP)('%s', (markup) => expectHarmless(renderMarkdown(bodyOf([markup], []))))

  test.each(ADDRESSES)('that is in a link to %j', (address) => {
    const html = renderMarkdown(markdownLinks(address))
    expectHarmless(html)
    for (const link of linksIn(html)) {
      expect(link.protocol, link.href).toMatch(/^(?:https?|mailto):$/)
    }
  })

  test('all at once', () => expectHarmless(renderMarkdown(bodyOf(MARKUP, ADDRESSES))))
})

describe('links of a body', () => {
  test.each([
    ['[x](https://a.example/y)', 'https://a.example/y'],
    ['[x](HTTP://A.example/y)', 'HTTP://A.example/y'],
    ['[x](mailto:me@a.example)', 'mailto:me@a.example'],
    ['<me@a.example>', 'mailto:me@a.example'],
    ['see https://a.example/y', 'https://a.example/y'],
    ['[x](/topics/climate)', '/topics/climate'],
    ['[x](#notes)', '#notes'],
    ['[x](//a.example/y)', 'https://a.example/y'],
    ['[x](https:a.example/y)', 'https://a.example/y'],
    ['[x](https://a.example/京都)', 'https://a.example/%E4%BA%AC%E9%83%BD'],
  ])('%s leads to %s', (source, href) => {
    expect(renderMarkdown(source)).toContain(`<a href="${href}">`)
  })

  test.each(['notes:1', 'notes.html', '/.//a.example', '/..//a.example', 'javascript:', ':x'])(
    'that do not say where they lead stay text: %s',
    (address) => expect(renderMarkdown(`[x](${address})`)).not.toContain('>x</a>'),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findInlineCode, isRouterData } from './inline-code.mjs'

const known = { scripts: new Set(['boot()']), styles: new Set(['p{color:red}']) }
const push = (data: unknown) => `self.__next_f.push(${JSON.stringify(data)})`
const find = (page: string) => findInlineCode(page, known)

test('code of the build and router data may run, anything else may not', () => {
  const page =
    '<head><script>boot()</script><style data-href="x">p{color:red}</style></head>' +
    `<script src="/a.js" async=""></script><script>${push([1, 'a:b\n'])}</script>` +
    '<script>alert(1)</script><style>p{color:blue}</style>'
  expect(find(page)).toEqual({
    html: page,
    scripts: ['boot()', push([1, 'a:b\n'])],
    styles: ['p{color:red}'],
    refused: ['alert(1)', 'p{color:blue}'],
  })
})

test('router data in several scripts becomes one script with the same statements', () => {
  const [a, b, c] = [push([1, 'a']), push([1, 'b']), push([3, 'Yw=='])]
  const scripts = (...texts: string[]) => texts.map((text) => `<script>${text}</script>`).join('')
  const found = find(`<main></main>${scripts(a, b)}<p>${scripts(c)}</p>${scripts('boot()', a)}`)
  expect(found.html).toBe(
    `<main></main>${scripts(`${a};${b}`)}<p>${scripts(c)}</p>${scripts('boot()', a)}`,
  )
  expect(found.scripts).toEqual([`${a};${b}`, c, 'boot()', a])
})

const attacks = [
  'alert(1)',
  'self.__next_f.push(alert(1))',
  'self.__next_f.push([1,alert(1)])',
  'self.__next_f.push([1,"a"]);alert(1)',
  'self.__next_f.push([1,"a"]);alert("1)")',
  'self.__next_f.push([1,"a"])//)',
  'self.__next_f.push([1,"a"],alert(1))',
  'self.__next_f.push([1,`${alert(1)}`])',
  'self.__next_f.push([1,"a"+alert(1)])',
  'self.__next_f.push([1,{"a":"b"}])',
  'self.__next_f.push([2,null])',
  'self.__next_f.push([1,"a","b"])',
  'self.__next_f.push({"0":1,"1":"a"})',
  'self.__next_f.push([1,"a\n"])',
  'alert(1);self.__next_f.push([1,"a"])',
  'boot();alert(1)',
  ' boot()',
  'boot() ',
  '',
]

test.each(attacks)('%j gets no hash', (text) => {
  const page = `<script>${text}</script>`
  expect(find(page)).toMatchObject({ html: page, scripts: [] })
})

const spellings = [
  '<SCRIPT>alert(1)</SCRIPT>',
  '<script>alert(1)</script >',
  '<script\n>alert(1)</script\n>',
  '<script/x>alert(1)</script>',
  '<script type="module">alert(1)</script>',
  '<script title="<script>">alert(1)</script>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><script>&#97;lert(1)</script></svg>',
  '<!-- <script>alert(1)</script> -->',
  '<textarea><script></textarea><script>alert(1)</script>',
  '<p title="<script>boot()"><script>alert(1)</script>',
  '<script>boot()<!--<script></script>alert(1)</script>',
  '<script>boot()',
]

test.each(spellings)('no spelling of a script element gets a hash for other code: %s', (page) => {
  expect(find(page).scripts).toEqual([])
  expect(find(page).html).toBe(page)
})

test('whatever a page holds, only known texts and router data may run', () => {
  const piece = fc.constantFrom(
    ...['<script>', '</script>', '<script', ' a=">"', '>', '<style>', '</style>', '<!--', '-->'],
    ...['boot()', 'alert(1)', ';', push([1, '</x>"']), 'self.__next_f.push([1,"', '"])', '\n'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const page = pieces.join('')
      const { html, scripts, styles } = find(page)
      for (const script of scripts) {
        const statements = script.split(/;(?=self\.__next_f)/)
        expect(known.scripts.has(script) || statements.every(isRouterData)).toBe(true)
        expect(html).toContain(script)
      }
      for (const style of styles) expect(known.styles.has(style)).toBe(true)
    }),
  )
})

test('any text can be router data', () => {
  const piece = fc.constantFrom(
    ...['<', '</script>', '<!--', '"', "'", '\\', '\n', '\r', ')', '])', '`', '${', ';', 'a', 'ä'],
    ...['\u2028', '\u0000', '\ud83d', '😀', 'self.__next_f.push(', '//'],
  )
  const escaped = (text: string) => JSON.stringify([1, text]).replaceAll('<', '\\u003c')
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        const script = `self.__next_f.push(${escaped(text)})`
        expect(find(`<b></b><script>${script}</script>`).scripts).toEqual([script])
      },
    ),
  )
})

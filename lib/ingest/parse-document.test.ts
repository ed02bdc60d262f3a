import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from './parse-document'
import { formatProblem } from './problem'

const NAME = '2026-10-04-x.md'

function read(frontMatter: string, body = '', name = NAME) {
  const parsed = parseDocument(name, `---\n${frontMatter}\n---\n${body}`)
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'))
  return parsed
}

function refusal(source: string, name = NAME): string {
  const parsed = parseDocument(name, source)
  return parsed.ok ? 'accepted' : parsed.problems.map(formatProblem).join('\n')
}

describe('ordinary documents', () => {
  test('need a title and nothing else: the name gives the date, with a warning', () => {
    const { content, warnings } = read('title: Hello')
    expect(content).toMatchObject({
      canonicalUrl: `document:${NAME}`,
      title: 'Hello',
      type: 'article',
      published: true,
      quality: null,
      heat: null,
      provider: null,
      publishedAt: new Date('2026-10-04T00:00:00Z'),
    })
    expect(warnings).toEqual(['no publishedDateTime: the date of its name is used'])
  })

  test('may leave every field empty', () => {
    const { content } = read(
      'title: x\nexcerpt: ""\nwebUrl:\nquality: null\nprovider:\ntopics:\nimages:\n  -\nrelated:\npublished:',
    )
    expect(content).toMatchObject({ excerpt: null, images: [], topics: [], related: [] })
    expect(content.published).toBe(true)
  })

  test('have raw scores, beyond 100 and below 0', () => {
    expect(read('title: x\nquality: 189\nheat: -1').content).toMatchObject({
      quality: 189,
      heat: -1,
    })
  })

  test('may use the older names of addresses, also in related pieces', () => {
    const { content } = read(
      'title: x\nsourceUrl: https://a.example/1\nampUrl: https://a.example/1/amp\nrelated:\n' +
        '  - title: y\n    sourceUrl: https://a.example/2',
    )
    expect(content).toMatchObject({
      originalUrl: 'https://a.example/1',
      ampWebUrl: 'https://a.example/1/amp',
    })
    expect(content.related[0]?.originalUrl).toBe('https://a.example/2')
  })

  test('have their entities decoded once, and what looks like markup is text', () => {
    const { content } = read(
      'title: "A &#8211; B &amp;lt; <b>&copy=1"\nexcerpt: "Tom &amp; Jerry<script>alert(1)</script>"',
    )
    expect(content.title).toBe('A – B &lt; <b>&copy=1')
    expect(content.excerpt).toBe('Tom & Jerry<script>alert(1)</script>')
  })

  test('list a piece once, and never the article itself', () => {
    const { content } = read(
      'title: x\nwebUrl: https://a.example/1\nrelated:\n' +
        ['1?utm_source=z', '2', '2#again', '3']
          .map((path) => `  - title: t${path}\n    webUrl: "https://a.example/${path}"`)
          .join('\n'),
    )
    expect(content.related.map(({ title }) => title)).toEqual(['t2', 't3'])
  })

  test('may list pieces that cannot be shown, with a warning', () => {
    const { content, warnings } = read(
      'title: x\npublishedDateTime: 2026-10-04\nrelated:\n  - title: y\n  - webUrl: https://a.example/1',
    )
    expect(content.related).toEqual([])
    expect(warnings).toEqual([
      'related[0] has no address: kept, not shown',
      'related[1] has no title: kept, not shown',
    ])
  })

  test('say in which language they and their pieces are written', () => {
    const { content, warnings } = read(
      'title: x\npublishedDateTime: 2026-10-04\nlang: pt-br\nrelated:\n' +
        '  - title: y\n    webUrl: https://a.example/1\n    lang: ar\n' +
        '  - title: z\n    webUrl: https://a.example/2',
    )
    expect(content.lang).toBe('pt-BR')
    expect(content.related.map(({ lang }) => lang)).toEqual(['ar', null])
    expect(warnings).toEqual([])
  })

  test('go in without a language that is none, and the field is named', () => {
    const { content, unknown, warnings } = read(
      'title: x\npublishedDateTime: 2026-10-04\nlang: German, mostly\nrelated:\n' +
        '  - title: y\n    webUrl: https://a.example/1\n    lang: 7',
    )
    expect(content).toMatchObject({ title: 'x', lang: null, extra: null })
    expect(content.related).toMatchObject([{ title: 'y', lang: null }])
    expect(unknown).toEqual([])
    expect(warnings).toEqual([
      'lang: found the text "German, mostly", expected a language such as de or pt-BR: kept, not used',
      'related[0].lang: found the number 7, expected a language such as de or pt-BR: kept, not used',
    ])
  })

  test('keep fields that Hotsheet does not know, and name each once', () => {
    const { content, unknown } = read(
      'title: x\nfeaturedContent: "<iframe>"\nprovider:\n  name: C&EN\n  images: /assets/x.svg\nimages:\n' +
        '  - url: /pictures/x.svg\n    alt: A hill\n  - url: /y.svg\n    alt: B\n__proto__:\n  polluted: 1',
    )
    expect(unknown).toEqual(['featuredContent', 'provider.images', 'images.alt'])
    expect(JSON.stringify(content.extra)).toBe(
      '{"featuredContent":"<iframe>","provider":{"images":"/assets/x.svg"}}',
    )
    expect(content.images[0]).toMatchObject({ url: '/pictures/x.svg', extra: { alt: 'A hill' } })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('file topics by their slug: spellings are one topic, signs and scripts tell them apart', () => {
    const { content } = read('title: x\ntopics: [AI, "ai ", C, C++, "C#", 人工知能, 工場, 2048]')
    const slugs = content.topics.map(({ slug }) => slug)
    expect(slugs).toHaveLength(7)
    expect(slugs.slice(0, 4)).toEqual(['ai', 'c', 'c-plus-plus', 'c-sharp'])
    expect(content.topics.at(-1)?.name).toBe('2048')
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]+$/)
  })

  test.each([
    ['CRLF line ends', '---\r\ntitle: x\r\nheat: 3\r\n---\r\nBody\r\n'],
    ['a byte-order mark', '\uFEFF---\ntitle: x\nheat: 3\n---\nBody'],
    ['no final newline', '---\ntitle: x\nheat: 3\n---'],
    ['YAML’s own end mark', '---\ntitle: x\nheat: 3\n...\nBody'],
    ['dashes in its text', '---\ntitle: x\nexcerpt: "a\n  ---\n  b"\nheat: 3\n---\n---\nBody'],
    ['94,000 characters', `---\ntitle: x\nheat: 3\nexcerpt: "${'long '.repeat(19_000)}"\n---\n`],
  ])('may have %s', (_, source) => {
    const parsed = parseDocument(NAME, source)
    expect(parsed).toMatchObject({ ok: true, content: { title: 'x', heat: 3 } })
  })

  test('may have a body', () => {
    expect(read('title: x', '\nOne\r\nTwo\n\n').content.body).toBe('One\nTwo')
    expect(read('title: x', '\n \n').content.body).toBeNull()
  })
})

describe('documents refused, with what to do', () => {
  test.each([
    ['no front matter', '# Hello', ':1: found no front matter, expected a first line'],
    [
      'front matter that never closes',
      '---\ntitle: x\n',
      ':1: found front matter that never closes',
    ],
    ['no title', '---\nheat: 3\n---\n', ':2: title: found nothing, expected a title. Add the line'],
    ['a blank title', '---\ntitle: " "\n---\n', ':2: title: found the text " ", expected a title'],
    [
      'a title that is a list',
      '---\ntitle: [a]\n---\n',
      ':2: title: found a list of 1, expected text',
    ],
    [
      'a key that stands twice',
      '---\ntitle: a\nheat: 1\nheat: 2\n---\n',
      ':4: heat: found heat: 2, expected valid YAML (map keys must be unique)',
    ],
    [
      'quotes inside quotes',
      '---\ntype: a\ntitle: "a "b" c"\n---\n',
      ':3: title: found title: "a "b" c", expected valid YAML',
    ],
    [
      'quotes that never close',
      '---\ntitle: "a\nheat: 3\n---\n',
      ':2: title: found title: "a, expected valid YAML (missing closing',
    ],
    [
      'an impossible day',
      '---\ntitle: x\npublishedDateTime: 2021-02-30\n---\n',
      ':3: publishedDateTime: found the text "2021-02-30", expected a date',
    ],
    [
      'a score in words',
      '---\ntitle: x\nheat: hot\n---\n',
      ':3: heat: found the text "hot", expected a whole number',
    ],
    [
      'half a point',
      '---\ntitle: x\nquality: 1.5\n---\n',
      ':3: quality: found the number 1.5, expected a whole number',
    ],
    [
      'a score beyond 32 bits',
      '---\ntitle: x\nquality: 2147483648\n---\n',
      ':3: quality: found the number 2147483648',
    ],
    [
      'a flag in words',
      '---\ntitle: x\npublished: maybe\n---\n',
      ':3: published: found the text "maybe", expected true or false',
    ],
    [
      'one topic without its list',
      '---\ntitle: x\ntopics: AI\n---\n',
      ':3: topics: found the text "AI", expected a list',
    ],
    [
      'a script for a link',
      '---\ntitle: x\nwebUrl: "javascript:alert(1)"\n---\n',
      ':3: webUrl: found the text "javascript:alert(1)", expected an http or https address',
    ],
    [
      'a script in disguise',
      '---\ntitle: x\nwebUrl: " JaVa\\tScript:alert(1)"\n---\n',
      ':3: webUrl: found',
    ],
    [
      'data for a link in a related piece',
      '---\ntitle: x\nrelated:\n  - title: y\n    ampWebUrl: "data:text/html,x"\n---\n',
      ':5: related[0].ampWebUrl: found the text "data:text/html,x"',
    ],
    [
      'data for a picture',
      '---\ntitle: x\nimages:\n  - url: "data:image/gif;base64,x"\n---\n',
      ':4: images[0].url: found the text "data:image',
    ],
    ['a NUL byte', '---\ntitle: x\nheat: \0\n---\n', ':3: found a NUL byte'],
    ['fields that are a list', '---\n- title\n---\n', ':1: found no fields'],
  ])('%s', (_, source, message) => {
    expect(refusal(source)).toContain(`${NAME}${message}`)
  })

  test('no date anywhere', () => {
    expect(refusal('---\ntitle: x\n---\n', 'x.md')).toContain(
      'x.md:2: publishedDateTime: found nothing',
    )
  })

  test('every problem of a document at once', () => {
    expect(refusal('---\ntitle: 3\nheat: x\ntopics: AI\n---\n').split('\n')).toHaveLength(3)
  })

  test('aliases that multiply into a bomb', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${`*${of},`.repeat(9)}]`
    const bomb = `---\ntitle: x\na: &a [${'1,'.repeat(9)}]\n${level('b', 'a')}\n${level('c', 'b')}\n${level('d', 'c')}\n---\n`
    expect(refusal(bomb)).toContain('too many or unknown aliases')
  })

  test.each([40, 100_000])('brackets nested %d deep', (depth) => {
    const nested = '['.repeat(depth) + ']'.repeat(depth)
    expect(refusal(`---\ntitle: x\nz: ${nested}\n---\n`)).toContain('fields nested too deep')
  })
})

test('no text makes the parser fail', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '---',
      '  - url: x',
      'title: "',
      'related:',
      '  - title: y',
      'a: &a *a',
      '? [x]',
      '!!set {}',
      '<<: *a',
    ),
    fc.string({ unit: 'binary' }),
  )
  const text = fc.array(line).map((lines) => `---\ntitle: x\n${lines.join('\n')}`)
  fc.assert(fc.property(text, (source) => void parseDocument(NAME, source)))
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ADDRESSES } from '@/e2e/script-vectors'
import { MAX_DOCUMENT_BYTES, parseDocument } from './parse-document'
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

describe('addresses', () => {
  test('are stored in ASCII, in every field', () => {
    const fields = ['webUrl', 'originalUrl', 'ampWebUrl', 'cdnAmpWebUrl']
    const address = 'https://bücher.example/京都 \u2028?q=é'
    const own = fields.map((name) => `${name}: ${JSON.stringify(address)}`)
    const piece = fields.map((name) => `    ${name}: ${JSON.stringify(`${address}2`)}`)
    const { content } = read(
      ['title: x', ...own, 'images:', `  - ${JSON.stringify(address)}`]
        .concat(
          '  - //a.example/中.png',
          '  - /pictures/中.svg?é#ö',
          'related:',
          '  - title: y',
          ...piece,
        )
        .join('\n'),
    )
    const ascii = 'https://xn--bcher-kva.example/%E4%BA%AC%E9%83%BD%20%E2%80%A8?q=%C3%A9'
    for (const name of fields) {
      expect(content).toHaveProperty(name, ascii)
      expect(content.related[0]).toHaveProperty(name, `${ascii}2`)
    }
    expect(content.images.map(({ url }) => url)).toEqual([
      ascii,
      'https://a.example/%E4%B8%AD.png',
      '/pictures/%E4%B8%AD.svg?%C3%A9#%C3%B6',
    ])
  })

  test.each(ADDRESSES)('hold nothing but http and https: %j', (address) => {
    const value = JSON.stringify(address)
    for (const name of ['webUrl', 'originalUrl', 'ampWebUrl', 'cdnAmpWebUrl', 'sourceUrl']) {
      expect(refusal(`---\ntitle: x\n${name}: ${value}\n---\n`)).toContain(`:3: ${name}: found`)
      const related = `related:\n  - title: y\n    ${name}: ${value}`
      expect(refusal(`---\ntitle: x\n${related}\n---\n`)).toContain(`related[0].${name}: found`)
    }
    expect(refusal(`---\ntitle: x\nimages: [${value}]\n---\n`)).toContain('images[0].url: found')
    expect(refusal(`---\ntitle: x\nimages: [{ url: ${value} }]\n---\n`)).toContain(':3: images')
  })

  test('of mailboxes and of nothing are refused', () => {
    for (const address of ['mailto:me@a.example', 'https://', '//a.example/x', 'a.example/x']) {
      expect(refusal(`---\ntitle: x\nwebUrl: "${address}"\n---\n`)).toContain('webUrl: found')
    }
  })

  test('hold no raw character, whatever a document holds', () => {
    const raw = fc.tuple(
      fc.constantFrom(
        'https://a.example/',
        'http://',
        '/',
        '//',
        ' /',
        'HTTPS:',
        'javascript:',
        '/./',
      ),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(raw, (parts) => {
        const value = JSON.stringify(parts.join(''))
        const parsed = parseDocument(
          NAME,
          `---\ntitle: x\nwebUrl: ${value}\nimages: [${value}]\n---\n`,
        )
        if (!parsed.ok) return
        const { webUrl, images } = parsed.content
        expect(webUrl ?? 'https://x').toMatch(/^https?:\/\/[\x21-\x7e]+$/)
        for (const { url } of images) {
          expect(url).toMatch(/^(?:https?:\/\/[\x21-\x7e]+|\/(?!\/)[\x21-\x7e]*)$/)
        }
      }),
    )
  })
})

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
    [
      'a line break in an address',
      '---\ntitle: x\nwebUrl: "https://a.example/\\n/b"\n---\n',
      ':3: webUrl: found the text "https://a.example/\\n/b", expected an address without control characters',
    ],
    [
      'a path that browsers take for a host',
      '---\ntitle: x\nimages:\n  - url: "/.//evil.example/x.svg"\n---\n',
      ':4: images[0].url: found the text',
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
    expect(refusal('---\ntitle: [3]\nheat: x\ntopics: AI\n---\n').split('\n')).toHaveLength(3)
  })

  test('aliases that multiply into a bomb', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${`*${of},`.repeat(9)}]`
    const bomb = `---\ntitle: x\na: &a [${'1,'.repeat(9)}]\n${level('b', 'a')}\n${level('c', 'b')}\n${level('d', 'c')}\n---\n`
    expect(refusal(bomb)).toContain('d[0]: found too many aliases')
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

describe('words are what the source says', () => {
  test.each([
    '007',
    '3.10',
    '1e3',
    '0x1F',
    '0o17',
    '042',
    '12345678901234567890',
    '1.0',
    '-0',
    '.nan',
    '.inf',
    '1_000',
    '12:30:45',
    '2026-11-05',
    'true',
    'Yes',
    'NO',
    'off',
    'Null',
    '<<',
    '=',
    '50% of all',
    'AT&T',
  ])('%s is a title, an excerpt, a category, a type, a provider and a topic', (word) => {
    const fields = ['title', 'excerpt', 'category', 'type'].map((name) => `${name}: ${word}`)
    const { content } = read(
      `${fields.join('\n')}\nprovider:\n  name: ${word}\ntopics:\n  - ${word}\nrelated:\n` +
        `  - title: ${word}\n    webUrl: https://a.example/1`,
    )
    expect(content).toMatchObject({
      title: word,
      excerpt: word,
      category: word,
      type: word,
      provider: { name: word },
      topics: [{ name: word }],
      related: [{ title: word }],
    })
  })

  test('null and ~ mean that nothing is there, except for topics', () => {
    const { content } = read(
      'title: x\nexcerpt: null\ncategory: ~\nprovider:\n  name:\n  domain: a.example\ntopics: [null, ~]',
    )
    expect(content).toMatchObject({
      excerpt: null,
      category: null,
      provider: { name: 'a.example' },
    })
    expect(content.topics.map(({ name }) => name)).toEqual(['null', '~'])
  })

  test('numbers and flags may be written in every way that YAML has', () => {
    const { content } = read(
      'title: x\nquality: 0x1F\nheat: +012\npublished: FALSE\nimages:\n' +
        '  - url: /a.svg\n    width: 1.2e3\n    height: 800.0\n    isCached: True',
    )
    expect(content).toMatchObject({ quality: 31, heat: 12, published: false })
    expect(content.images[0]).toMatchObject({ width: 1200, height: 800, isCached: true })
    expect(Object.is(read('title: x\nheat: -0').content.heat, 0)).toBe(true)
    expect(read('title: x\nheat: NULL').content.heat).toBeNull()
  })

  test('unknown fields keep the characters of what JSON would write differently', () => {
    const { content } = read(
      'title: x\na: .nan\nb: -0\nc: 9007199254740993\nd: 1.10\ne: 5\nf: true\ng: ~\nh: "\\ud800\\0"',
    )
    const extra = { a: '.nan', b: '-0', c: '9007199254740993', d: '1.10', e: 5, f: true, g: null }
    expect(content.extra).toEqual({ ...extra, h: '\uFFFD\uFFFD' })
  })

  test('line breaks of every kind part words', () => {
    expect(read('title: a\u2028b\u0085c').content.title).toBe('a b c')
  })
})

describe('what YAML would drop is a refusal with its line', () => {
  test.each([
    ['a number sign in a headline', 'title: Budget #1 priority', '#1 priority'],
    ['a headline that begins with one', 'title: x\nexcerpt: #1 in the charts', '#1 in the charts'],
    ['a hashtag as a topic', 'title: x\ntopics:\n  - AI\n  - #Climate', '#Climate'],
    ['hashtags as topics', 'title: x\ntopics: #AI, #ML', '#AI, #ML'],
    ['a hashtag among brackets', 'title: x\ntopics: [ #AI,\n  ML ]', '#AI,'],
    ['an anchor', 'title: &c Co wins', '&c'],
    ['a tag', 'title: !important news', '!important'],
    ['a tag of YAML', 'title: !!binary news', '!!binary'],
    ['a star', 'title: *Hamilton*', '*Hamilton*'],
    ['a star and more', 'title: *The Crown* returns', 'title: *The Crown* returns'],
    ['brackets', 'title: [Update] Storm', 'title: [Update] Storm'],
    ['braces', 'title: {x} y', 'title: {x} y'],
    ['a sign for a block', 'title: > 5000 dead', 'title: > 5000 dead'],
    ['a colon', 'title: Why: the reason', 'title: Why: the reason'],
    ['a colon in a topic', 'title: x\ntopics:\n  - Why: the reason', 'a group of fields'],
    ['an at sign', 'title: @home', 'title: @home'],
    ['a colon on its own', 'title: storm\n    :', 'a colon without a name'],
    ['a fragment of an address', 'title: x\nwebUrl: https://a.example/ #/b', '#/b'],
  ])('%s', (_, frontMatter, found) => {
    const line = frontMatter.split('\n').findLastIndex((text) => text.includes(found.slice(0, 2)))
    const message = refusal(`---\n${frontMatter}\n---\n`)
    expect(message).toContain(found)
    expect(message).toMatch(new RegExp(`^${NAME}:${line < 0 ? '\\d+' : line + 2}: `))
  })
})

describe('what YAML drops and may have been meant so is a warning with its line', () => {
  const dated = 'publishedDateTime: 2026-11-05\ntitle: x\n'
  test.each([
    [
      'a comment after an unquoted topic',
      'topics:\n  - climate # check',
      'line 5: topics[0]: found "# check"',
    ],
    [
      'a comment that may continue a text',
      'excerpt: one\n  # two',
      'line 5: excerpt: found "# two"',
    ],
    ['a comment under a block', 'excerpt: >\n    one\n  # two', 'line 6: excerpt: found "# two"'],
    ['a hashtag after quotes', 'category: "A" #b', 'line 4: category: found "#b"'],
    ['a block without text', 'excerpt: >5', 'line 4: excerpt: found a block of text without'],
    ['a tag of an unknown field', 'mood: !calm sea', 'line 4: mood: found "!calm"'],
    ['a comment after an unknown field', 'mood: calm # sea', 'line 4: mood: found "# sea"'],
    ['an anchor without an alias', 'images: &i\n  - url: /a.svg', 'found "&i"'],
    ['a question mark at the start', 'mood:\n  ? calm', 'found "?", which YAML reads as a mark'],
    ['half a character', 'type: "clip \\ud83d"', 'line 4: type: found half a character'],
  ])('%s', (_, field, warning) => {
    const { warnings } = read(dated + field)
    expect(warnings).toEqual([expect.stringContaining(warning)])
  })

  test('a directive, and fields after an early end', () => {
    expect(read(`%YAML 1.1\n--- # x\n${dated}`).warnings[0]).toContain('line 2: found "%YAML 1.1"')
    expect(read(`${dated}...\nheat: 3`).warnings).toEqual([
      'line 4: "..." ends the front matter: the fields after it are part of the body',
    ])
  })

  test('ordinary comments, anchors with aliases and older quoting are none of this', () => {
    const { content, warnings } = read(
      '# About\npublishedDateTime: 2026-11-05 # about noon\ntitle: "x" # working title\n' +
        '# lang: de\nlang: no # Norwegian\nheat: 12 # was 14\npublished: true # yes\n' +
        'topics: # what it is about\n  - "AI" # sure\n  # - ML\n  - Law\n# done\n' +
        'provider: # who\n  # its name\n  name: &p Grid\nmore: *p\nrating: 5 # of 5',
    )
    expect(warnings).toEqual([])
    expect(content).toMatchObject({ title: 'x', lang: 'no', heat: 12, extra: { more: 'Grid' } })
    expect(content.topics.map(({ name }) => name)).toEqual(['AI', 'Law'])
  })

  test('a lone line separator does not close the front matter', () => {
    expect(read(`${dated}excerpt: a\u2028---\u2028b`).content.excerpt).toBe('a\n---\nb')
  })
})

describe('limits', () => {
  test('a long text that aliases repeat is refused', () => {
    const bomb = (times: number) =>
      `title: x\nlong: &a "${'x'.repeat(1_000_000)}"\nmany: [${Array(times).fill('*a').join(',')}]`
    expect(refusal(`---\n${bomb(99)}\n---\n`)).toMatch(
      /^\S+:4: many\[\d+\]: found aliases that repeat/,
    )
    expect(read(bomb(2)).content.extra).toHaveProperty('many')
  })

  test('a document without aliases never expands too far', () => {
    const text = 'x'.repeat(MAX_DOCUMENT_BYTES - 30_000)
    const { content } = read(`title: x\na: [${'1,'.repeat(10_000)}]\nb: ${text}`)
    expect(content.extra).toHaveProperty('b', text)
  })

  test('titles of more than 500 characters are refused, also in related pieces', () => {
    const related = (title: string) => `title: x\nrelated:\n  - title: ${title}`
    for (const title of ['a'.repeat(500), '😀'.repeat(500), '&#8211;'.repeat(500)]) {
      expect([...read(`title: "${title}"`).content.title]).toHaveLength(500)
      expect(refusal(`---\ntitle: "${title}b"\n---\n`)).toContain(
        'a title of at most 500 characters',
      )
      expect(refusal(`---\n${related(`"${title}b"`)}\n---\n`)).toContain(':4: related[0].title:')
    }
    expect(refusal(`---\ntitle: "${'word '.repeat(20_000)}"\n---\n`)).toContain(':2: title:')
  })

  test.each([
    ...['\\x01', '&nbsp;', '\\u200b', '\\0', '\\u00ad', '\\u202e', '\\u3164', '\\u115f'],
    ...['\\uffa0', '\\u2800', '\\ufe0f', '\\u0301', '\\U000e0041', '\\u2060', '\\u180e', '\\ud83d'],
    ...['\\u034f', '&#8203;', '\\U0001d159', '\\ue000'],
  ])('a title, a topic or a provider of which nothing is seen (%s) is refused', (unseen) => {
    const text = `"${unseen} ${unseen}"`
    expect(refusal(`---\ntitle: ${text}\n---\n`)).toContain('expected a title')
    expect(refusal(`---\ntitle: x\ntopics: [${text}]\n---\n`)).toContain(':3: topics[0]: found')
    expect(refusal(`---\ntitle: x\nprovider:\n  name: ${text}\n---\n`)).toContain(
      ':4: provider.name',
    )
    expect(
      read(`title: x\nrelated:\n  - title: ${text}\n    webUrl: https://a.example/1`).warnings,
    ).toContain('related[0] has no title: kept, not shown')
  })

  test.each(['👍🏽', '?', '人', '٣', '+', 'é'])('%s can be seen', (title) => {
    expect(read(`title: "${title}"`).content.title).toBe(title)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRequest } from './check-request.mjs'

const check = (url: string, method = 'GET') => checkRequest({ method, url })

test.each(['PUT', 'POST', 'TRACE', 'PURGE', 'LINK', 'OPTIONS', 'get', 'FOO', ''])(
  'the method "%s" is refused on pages, files and the API alike, with those that are allowed',
  (method) => {
    for (const url of ['/', '/sw.js', '/pictures/a.svg', '/api/articles', '/nothing']) {
      expect(check(url, method)).toMatchObject({
        refusal: { status: 405, headers: { allow: 'GET, HEAD' } },
      })
    }
  },
)

test('the one route that takes a POST takes nothing else', () => {
  expect(check('/api/revalidate', 'POST')).toEqual({ url: '/api/revalidate' })
  expect(check('/api/revalidate')).toMatchObject({
    refusal: { status: 405, headers: { allow: 'POST' } },
  })
})

test.each([
  '/pictures/%f.svg',
  '/%',
  '/%c0%af',
  '/%ed%a0%80',
  '/%ff',
  '/a%00b',
  '/via/%2F%09%2Fevil.example',
  '/%0d%0aLocation:x',
  '/%7f',
  '/\u00ff',
  '*',
  'nothing',
  '',
])('a path that holds no text is a bad request: %j', (url) => {
  expect(check(url)).toMatchObject({ refusal: { status: 400 } })
})

test('broken encodings in a query are left to whoever reads it', () => {
  expect(check('/search?q=100%')).toEqual({ url: '/search?q=100%' })
})

test('an address of any length is answered', () => {
  expect(check(`/${'x'.repeat(8_000)}`)).toHaveProperty('url')
  expect(check(`/${'x'.repeat(9_000)}`)).toMatchObject({ refusal: { status: 414 } })
})

test('an absolute address names a path of this site, whatever its host', () => {
  expect(check('http://evil.example/topics?all=a')).toEqual({ url: '/topics?all=a' })
  expect(check('HTTP://x')).toEqual({ url: '/' })
  expect(check('http://x?q=a')).toEqual({ url: '/?q=a' })
})

test('letters that were sent without encoding are encoded', () => {
  const raw = Buffer.from('/topics/café?q=é', 'utf8').toString('latin1')
  expect(check(raw)).toEqual({ url: '/topics/caf%C3%A9?q=%C3%A9' })
})

test.each(['/_global-error', '/_error', '/%5Fglobal-error', '//_not-found/x'])(
  'Next’s own page %s cannot be asked for',
  (url) => expect(check(url)).toEqual({ url: '/nowhere' }),
)

test('every target is either refused or a path that can be decoded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const checked = check(Buffer.from(`/${text}`, 'utf8').toString('latin1'))
      if (checked.refusal) {
        expect([400, 414]).toContain(checked.refusal.status)
        return
      }
      const [path = ''] = checked.url.split('?')
      expect(path).toMatch(/^\/[\x21-\x7e]*$/)
      expect(() => decodeURIComponent(path)).not.toThrow()
    }),
  )
})

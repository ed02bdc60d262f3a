import { expect, test } from 'vitest'
import { jsonResponse } from './json-response'

function ask(content: unknown, etag?: string) {
  const headers = etag === undefined ? undefined : { 'if-none-match': etag }
  return jsonResponse(new Request('http://localhost/', { headers }), content)
}

test('a client that has an answer already is told so instead of being sent it again', async () => {
  const etag = ask({ a: 1 }).headers.get('etag') ?? ''
  for (const known of [etag, `"other", W/${etag}`]) {
    const response = ask({ a: 1 }, known)
    expect([response.status, await response.text()]).toEqual([304, ''])
  }
  const changed = ask({ a: 2 }, etag)
  expect([changed.status, await changed.json()]).toEqual([200, { a: 2 }])
})

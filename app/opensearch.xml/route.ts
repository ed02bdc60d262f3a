import { escapeUTF8 } from 'entities'
import type { NextRequest } from 'next/server'

/**
 * Tells a browser how to search here from its address bar, under the name that
 * the reader calls this site by.
 *
 * @see https://github.com/dewitt/opensearch
 */
export function GET({ headers }: NextRequest): Response {
  const origin = `${headers.get('x-forwarded-proto') ?? 'http'}://${headers.get('host')}`
  const description = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Hotsheet</ShortName>
  <Description>Search the stories of Hotsheet</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${escapeUTF8(origin)}/search?q={searchTerms}"/>
</OpenSearchDescription>
`
  return new Response(description, {
    headers: {
      'Content-Type': 'application/opensearchdescription+xml',
      'Cache-Control': 'private, max-age=86400',
    },
  })
}

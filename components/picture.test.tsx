import { renderToReadableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Picture } from './picture'

test('headers can carry the address of the first picture, also one that an older version stored', async () => {
  const url = 'https://a.example/京都 \u2028.jpg'
  const headers: string[] = []
  const stream = await renderToReadableStream(
    <Picture picture={{ url, width: 1, height: 1 }} provider={null} first />,
    { onHeaders: (given) => headers.push(...given.values()) },
  )
  const html = await new Response(stream).text()
  expect(headers.join()).toContain('<https://a.example/%E4%BA%AC%E9%83%BD%20%E2%80%A8.jpg>')
  expect(html).toContain('src="https://a.example/%E4%BA%AC%E9%83%BD%20%E2%80%A8.jpg"')
})

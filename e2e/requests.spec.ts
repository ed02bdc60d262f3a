import { readForbidden } from '@/scripts/fuzz-server/forbidden'
import { fuzz } from '@/scripts/fuzz-server/fuzz'
import { readKnown } from '@/scripts/fuzz-server/known'
import { toCommand } from '@/scripts/fuzz-server/smaller'
import { expect, fromApi, test } from './reader'

const port = Number(process.env.E2E_PORT)
const REQUESTS = 500
const SEED = 20_261_128

test('made-up requests of every kind get a proper answer', async () => {
  test.setTimeout(180_000)
  const failures = await fuzz({
    ...{ port, requests: REQUESTS, seed: SEED, patienceMs: 60_000 },
    known: await readKnown(port),
    forbidden: await readForbidden(['seeds', 'e2e/documents']),
  })
  const told = failures.map(({ problem, examples }) => [
    problem,
    ...examples.map((sent) => toCommand(sent, port)),
  ])
  expect(told).toEqual([])
})

const unknown = {
  'a topic beside one that there is': '/?any=climate,nothing',
  'one that all stories should have': '/?all=climate,nothing',
  'one that no story should have': '/?none=nothing',
  'a topic to combine with others': '/topics?all=nothing',
  'a topic in a search': '/search?q=wind&none=nothing',
  'a topic in another language': '/de/topics/nothing?sort=latest',
  'an article': '/ar/articles/a-0000000000',
  'a cursor that nobody gave': '/topics/climate?cursor=1.2.3',
  'a feed of an internal address': '/feed/nothing',
  'a day after the newest': '/days/9998-01-01',
}

for (const [name, path] of Object.entries(unknown)) {
  test(`${name} is not found, by one page for all that there is not`, async ({ request }) => {
    const answer = await request.get(path)
    expect(answer.status()).toBe(404)
    const locale = /^\/(de|ar)\//.exec(path)?.[0] ?? '/'
    const shared = await request.get(`${locale}missing`)
    expect(await answer.text()).toBe(await shared.text())
  })
}

test('a title that an article does not have leads to the one that it has', async ({
  page,
  request,
}) => {
  const [article] = await fromApi(page, '', 1)
  const made = `/de/articles/another-title-${article?.id}`
  const answer = await request.get(made, { maxRedirects: 0 })
  expect(answer.status()).toBe(308)
  expect(answer.headers().location).toBe(`/de${article?.href}`)
})

test('what tells how a reader came changes nothing of a page', async ({ request }) => {
  const [plain, marked] = [await request.get('/topics/climate'), '/topics/climate?utm_source=a&x=1']
  expect(await (await request.get(marked)).text()).toBe(await plain.text())
})

test('no address fetches another one as a picture', async ({ request }) => {
  for (const url of ['/api/events', '/icon.svg', 'https://other.example/a.png']) {
    const path = `/_next/image?url=${encodeURIComponent(url)}&w=64&q=75`
    expect((await request.get(path)).status()).toBe(404)
  }
})

test('asking for the headers of the event stream opens none', async ({ request }) => {
  const answer = await request.head('/api/events')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('text/event-stream')
  expect(await answer.text()).toBe('')
})

for (const [name, value] of [
  ['range', 'bytes=999999999-'],
  ['if-match', '"nothing"'],
  ['if-unmodified-since', 'Sat, 28 Nov 1998 00:00:00 GMT'],
] as const) {
  test(`a file is sent whole, whatever ${name} says`, async ({ request }) => {
    const answer = await request.get('/icons/icon-192.png', { headers: { [name]: value } })
    expect(answer.status()).toBe(200)
  })
}

test('files and pages are read only, and say so', async ({ request }) => {
  for (const path of ['/sw.js', '/', '/icons/icon-192.png', '/pictures/a.svg', '/api/articles']) {
    const answer = await request.fetch(path, { method: 'PUT', data: 'x' })
    expect(answer.status()).toBe(405)
    expect(answer.headers().allow).toBe('GET, HEAD')
    const type = path.startsWith('/api') ? 'application/problem+json' : 'text/plain'
    expect(answer.headers()['content-type']).toContain(type)
  }
})

for (const path of ['/topics/%E0%A4%A', '/days/%FF', '/pictures/%f.svg', '/%00', '/de/%c0%af']) {
  test(`${path}, which holds no text, is a bad request`, async ({ request }) => {
    const answer = await request.get(path)
    expect(answer.status()).toBe(400)
    expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8')
    expect(await answer.text()).toMatch(/^400 Bad Request\n/)
  })
}

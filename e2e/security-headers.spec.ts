import type { APIResponse } from '@playwright/test'
import { observatoryScore, parsePolicy } from './observatory'
import { expect, fromApi, headlines, scrollTo, test, whenAwake } from './reader'

const OVER_TLS = { 'x-forwarded-proto': 'https' }

/** One address of each kind, with the status that it is answered with. */
const pages = {
  'the front page': ['/', 200],
  'another language': ['/ar', 200],
  topics: ['/topics', 200],
  'a feed with parameters': ['/?sort=latest', 200],
  'a search': ['/search?q=the', 200],
  'a day': ['/days/2021-02-14', 200],
  settings: ['/settings', 200],
  'saved stories': ['/saved', 200],
  'the page without a connection': ['/offline', 200],
  'an unknown address': ['/nothing/here', 404],
  'an unknown article': ['/articles/nothing-0000000000', 404],
} as const

const files = {
  'an address that is not canonical': ['/?sort=top', 308],
  'a prefix that is left out': ['/en/topics', 308],
  'the API': ['/api/articles', 200],
  'a wrong parameter of the API': ['/api/articles?limit=0', 400],
  'an unknown article of the API': ['/api/articles/nothing', 404],
  'the version': ['/api/version', 200],
  'a font': ['/fonts/LICENSE-instrument-sans.txt', 200],
  'the manifest': ['/manifest.webmanifest', 200],
  'the description of the search': ['/opensearch.xml', 200],
  'an icon': ['/icon.svg', 200],
  'data of the router': ['/settings?_rsc', 200],
} as const

function expectEverywhere(response: APIResponse): void {
  const headers = response.headers()
  expect.soft(headers['x-content-type-options']).toBe('nosniff')
  expect.soft(headers['x-frame-options']).toBe('DENY')
  expect.soft(headers['referrer-policy']).toMatch(/^(strict-origin-when-cross-origin|no-referrer)$/)
  expect.soft(headers['permissions-policy']).toContain('camera=()')
  expect.soft(headers['cross-origin-opener-policy']).toBe('same-origin')
  expect.soft(headers['cross-origin-resource-policy']).toMatch(/^(same|cross)-origin$/)
  expect.soft(headers['access-control-allow-origin']).toBeUndefined()
  const policy = parsePolicy(headers['content-security-policy'] ?? '')
  expect.soft(policy.get('base-uri') ?? ["'none'"]).toEqual(["'none'"])
}

for (const [name, [path, status]] of Object.entries(pages)) {
  test(`${name} gets an A+ of the Observatory`, async ({ request }) => {
    const response = await request.get(path, { headers: OVER_TLS })
    expect(response.status()).toBe(status)
    expectEverywhere(response)
    const { score, findings } = observatoryScore(response.headers())
    expect(findings.filter(([, points]) => points < 0)).toEqual([])
    expect(score).toBeGreaterThanOrEqual(100)
    const policy = parsePolicy(response.headers()['content-security-policy'] ?? '')
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('form-action')).toEqual(["'self'"])
    expect(policy.get('object-src')).toEqual(["'none'"])
    // Proxies have 4 kB for all headers.
    expect(response.headers()['content-security-policy']?.length).toBeLessThan(2_000)
  })
}

for (const [name, [path, status]] of Object.entries(files)) {
  test(`${name} runs nothing when it is opened by itself`, async ({ request }) => {
    const headers = path.includes('_rsc') ? { rsc: '1' } : undefined
    const response = await request.get(path, { maxRedirects: 0, headers })
    expect(response.status()).toBe(status)
    expectEverywhere(response)
    const policy = parsePolicy(response.headers()['content-security-policy'] ?? '')
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.has('script-src')).toBe(false)
    expect(policy.get('sandbox')).toEqual([])
  })
}

test('pictures may be shown elsewhere, and run nothing', async ({ page, request }) => {
  const [story] = (await fromApi(page, '', 20)).filter(({ picture }) =>
    picture?.url.startsWith('/'),
  )
  const response = await request.get(story?.picture?.url ?? '')
  expect(response.status()).toBe(200)
  expectEverywhere(response)
  expect(response.headers()['cross-origin-resource-policy']).toBe('cross-origin')
  expect(response.headers()['content-security-policy']).toMatch(/^default-src 'none';.* sandbox$/)
})

test('the service worker may fetch, also pictures of other hosts', async ({ request }) => {
  const response = await request.get('/sw.js')
  expectEverywhere(response)
  const policy = parsePolicy(response.headers()['content-security-policy'] ?? '')
  expect(policy.get('default-src')).toEqual(["'self'"])
  expect(policy.get('connect-src')).toEqual(["'self'", 'https:', 'http:'])
})

test('TLS is required of browsers that came by it, and of no other', async ({ request }) => {
  for (const path of ['/', '/?sort=top', '/api/version', '/nothing/here', '/icon.svg']) {
    const over = await request.get(path, { headers: OVER_TLS, maxRedirects: 0 })
    expect(over.headers()['strict-transport-security']).toMatch(/^max-age=\d{8,}$/)
    const plain = await request.get(path, { maxRedirects: 0 })
    expect(plain.headers()['strict-transport-security']).toBeUndefined()
    expect(plain.headers()['content-security-policy']).not.toContain('upgrade-insecure-requests')
  }
  const page = await request.get('/', { headers: OVER_TLS })
  expect(page.headers()['content-security-policy']).toContain('upgrade-insecure-requests')
})

test('a page that has not changed keeps the policy that its browser has', async ({ request }) => {
  const first = await request.get('/topics')
  const again = await request.get('/topics', {
    headers: { 'if-none-match': first.headers()['etag'] ?? '' },
  })
  expect(again.status()).toBe(304)
  expect(again.headers()['content-security-policy']).toBeUndefined()
})

test('a reader goes through the site without a violation', async ({ page, press }) => {
  await page.goto('/')
  await whenAwake(page)
  await scrollTo(page, 30)
  await page.goto('/')
  await whenAwake(page)
  await press(headlines(page).nth(1))
  await expect(page).toHaveURL(/\/articles\//)
  await page.reload()
  await page.goBack()
  await expect(headlines(page).first()).toBeVisible()
})

for (const [name, [path, status]] of Object.entries(pages)) {
  test(`${name} runs without a violation`, async ({ page }) => {
    await page.goto(path)
    // Only a page of the site has scripts that wake it.
    if (status === 200) await whenAwake(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
  })
}

test.describe('without a connection', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a stored page has the policy that it came with', async ({ page, context }) => {
    const read = (from: 'cache' | 'network') =>
      page.evaluate(async (place) => {
        const response =
          place === 'cache'
            ? await caches.match('/topics', { ignoreVary: true })
            : await fetch('/topics', { cache: 'no-store' })
        return response?.headers.get('content-security-policy') ?? null
      }, from)
    await page.goto('/topics')
    const policy = await read('network')
    expect(policy).toContain("script-src 'self' 'sha256-")
    await expect.poll(() => read('cache'), { timeout: 15_000 }).toBe(policy)
    await context.setOffline(true)
    await page.goto('/topics')
    await whenAwake(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

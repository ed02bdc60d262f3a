import { expect, headlines, test } from './reader'

const missing = {
  'an address that never was': '/nothing',
  'an article that is not there': '/articles/nothing-0000000000',
  'an unknown topic': '/topics/nothing',
  'an unknown topic without another': '/topics/nothing?none=climate',
  'an unknown sort': '/?sort=nothing',
  'a made-up cursor': '/?cursor=nothing',
}

for (const [name, path] of Object.entries(missing)) {
  test(`${name} is answered with 404 and the way on`, async ({ page, press }) => {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'There is nothing at this address',
    )
    await page.waitForLoadState('networkidle')
    await press(page.getByRole('main').getByRole('link', { name: 'All stories' }))
    await expect(page).toHaveURL('/')
    await expect(headlines(page).first()).toBeVisible()
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const [name, path] of Object.entries(missing)) {
    test(`${name} is a whole page that says so`, async ({ page }) => {
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(404)
      const main = page.getByRole('main').first()
      await expect(main.getByRole('heading', { level: 1 })).toHaveText(
        'There is nothing at this address',
      )
      await main.getByRole('link', { name: 'All stories' }).click()
      await expect(page).toHaveURL('/')
    })
  }
})

const refused = ['sort=nothing', 'limit=0', 'limit=nothing', 'cursor=nothing', 'unknown=1']

for (const query of refused) {
  test(`the API refuses ${query} with a reason`, async ({ request }) => {
    const answer = await request.get(`/api/articles?${query}`)
    expect(answer.status()).toBe(400)
    expect(answer.headers()['content-type']).toContain('application/problem+json')
    const problem = (await answer.json()) as { status: number; detail: string }
    expect(problem.status).toBe(400)
    expect(problem.detail).toContain(query.split('=')[0])
  })
}

test('the API has one article by its id, and says when it has none', async ({ request }) => {
  const feed = (await (await request.get('/api/articles?limit=1')).json()) as {
    articles: { id: string; title: string }[]
  }
  const [first] = feed.articles
  const answer = await request.get(`/api/articles/${first?.id}`)
  expect(await answer.json()).toMatchObject({ id: first?.id, title: first?.title })
  const none = await request.get('/api/articles/0000000000')
  expect(none.status()).toBe(404)
  expect(none.headers()['content-type']).toContain('application/problem+json')
})

import type { Page } from '@playwright/test'
import { expect, headlines, test } from './reader'

const timeline = (page: Page) => page.getByRole('region', { name: 'How the story spread' })

async function openWholeStory(page: Page): Promise<void> {
  await page.goto('/topics/test-pieces')
  const headline = headlines(page).filter({ hasText: 'Everything that an article can have' })
  await page.goto((await headline.getAttribute('href')) ?? '')
}

test('a reader sees who reported a story first and how it spread', async ({ page }) => {
  await openWholeStory(page)
  await expect(timeline(page)).toContainText('The Whole Example reported it first.')
  await expect(timeline(page)).toContainText(/4 pieces by 4 sources within \d+ hours\./)
  const chart = timeline(page).getByRole('img')
  await expect(chart).toHaveAccessibleName(/4 pieces by 4 sources/)
  await expect(chart.locator('circle')).toHaveCount(4)
})

test('behind the chart is a table of all reports, by source, with their delays', async ({
  page,
}) => {
  await openWholeStory(page)
  const table = timeline(page).getByRole('table')
  await expect(table).toBeHidden()
  await timeline(page).getByText('When each source reported it').click()
  await expect(table.getByRole('columnheader')).toHaveText([
    'Source',
    'Reported',
    'Piece',
    'Quality',
  ])
  const rows = table.getByRole('row')
  await expect(rows).toHaveCount(5)
  await expect(rows.nth(1)).toContainText('first')
  await expect(rows.nth(2)).toContainText(/\+\d+ (min|h)/)
  await expect(rows.nth(2)).toContainText('First Example')
  await expect(rows.nth(2)).toContainText('48')
})

test('the curator’s list stays beside it, in the curator’s order', async ({ page }) => {
  await openWholeStory(page)
  const related = page.getByRole('region', { name: /^Related coverage/ })
  await expect(related.getByRole('heading', { level: 3 })).toHaveCount(3)
})

test('a story that nobody else reports has no timeline', async ({ page }) => {
  await page.goto('/topics/archive-0')
  await page.goto((await headlines(page).first().getAttribute('href')) ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(timeline(page)).toHaveCount(0)
})

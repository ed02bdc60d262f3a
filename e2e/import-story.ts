import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { expect, headlines, test } from './reader'

const folder = process.env.E2E_FOLDER ?? ''
const run = promisify(execFile)

/** So long may pass until a reader hears of a story: it is noticed, and then asked for at a time of the reader's own. */
export const HEARD = { timeout: 20_000 }

/** What an editor writes down of a story. */
interface StoryDocument {
  /** What names the story, in its document's name and its address. */
  name: string
  title: string
  /** ISO 8601. */
  publishedAt: string
  topic: string
  published?: boolean
  /** Where it is read; else an address made of its name. */
  webUrl?: string
  /** Its own text, in Markdown. */
  text?: string
}

/** Imports documents into the running server's database, from another process. */
export async function importStories(...stories: StoryDocument[]): Promise<void> {
  await importSources(
    Object.fromEntries(
      stories.map((story) => [
        `${story.publishedAt.slice(0, 10)}-${story.name}.md`,
        documentOf(story),
      ]),
    ),
  )
}

/** Imports documents, whole texts by file name, as {@link importStories} does. */
export async function importSources(documents: Record<string, string>): Promise<void> {
  const files = Object.keys(documents).map((name) => path.join(folder, name))
  await Promise.all(
    Object.entries(documents).map(([name, text]) => writeFile(path.join(folder, name), text)),
  )
  await run(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/import.ts', ...files], {
    env: { ...process.env, DATABASE_URL: process.env.E2E_DATABASE_URL },
  })
}

/** Stories of a topic that no test has filled before, nor this one when it is tried again, one hour after another. */
export function storiesOf(
  topic: string,
  ...endings: string[]
): { all: StoryDocument[]; path: string } {
  const { retry } = test.info()
  const slug = retry === 0 ? topic : `${topic}-${retry}`
  const all = endings.map((ending, index) => ({
    name: `${slug}-${index}`,
    title: `${topic} ${ending}`,
    topic: slug,
    publishedAt: new Date(Date.UTC(2026, 10, 20, index)).toISOString(),
  }))
  return { all, path: `/topics/${slug}` }
}

/** Opens a page, again and again until it shows so many stories. */
export async function openWith(page: Page, path: string, count: number): Promise<void> {
  await expect(async () => {
    await page.goto(path)
    await expect(headlines(page)).toHaveCount(count, { timeout: 200 })
  }).toPass(HEARD)
}

function documentOf(story: StoryDocument): string {
  const { name, title, publishedAt, topic, published = true, text = '' } = story
  const { webUrl = `https://fresh.example/${name}` } = story
  return `---
title: "${title}"
publishedDateTime: ${publishedAt}
webUrl: "${webUrl}"
type: article
published: ${published}
topics:
  - ${topic}
images:
  - url: "/pictures/energy-grazing-panels.svg"
    width: 1200
    height: 675
    isCached: true
---

${text}
`
}

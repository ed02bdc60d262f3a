import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { run, script } from '../steps/command.mjs'

/** @param {string} title */
const story = (title) => `---
title: "${title}"
publishedDateTime: 2026-11-22T23:00:00Z
webUrl: "https://fresh.example/story"
type: article
published: true
topics:
  - Fresh
---
`

/** When a page first holds a text. @param {string} url @param {string} text */
async function whenShown(url, text) {
  const deadline = performance.now() + 30_000
  while (performance.now() < deadline) {
    const answer = await fetch(url)
    if ((await answer.text()).includes(text)) return performance.now()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`${url} did not show "${text}" within 30 s`)
}

/**
 * Imports a story, and measures how long after it was stored the feed of each server shows it.
 *
 * @param {string[]} origins
 * @param {string} folder for the document
 * @param {string} title a new one each time
 * @param {Record<string, string>} env names the primary
 * @param {() => Promise<void>} untilStored ends as soon as the primary has it
 * @returns {Promise<number[]>} milliseconds, one for each server
 */
export async function timeToReaders(origins, folder, title, env, untilStored) {
  const file = path.join(folder, '2026-11-22-fresh.md')
  await writeFile(file, story(title))
  const imported = run(script('scripts/import.ts', file), { env })
  await untilStored()
  const stored = performance.now()
  const shown = await Promise.all(origins.map((each) => whenShown(`${each}/?sort=latest`, title)))
  await imported
  return shown.map((time) => time - stored)
}

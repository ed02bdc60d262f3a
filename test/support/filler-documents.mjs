import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** So many plain documents make the feed long; they are older than all others. */
const FILLERS = 900
/** So many of them have a topic of their own. */
const TOPICS = 45
/** Pictures of the seeds that they share. */
const PICTURES = [
  'cities-bridge-sensors',
  'climate-peat-fire',
  'climate-glacier-sound',
  'climate-peatland-survey',
]

/** @param {number} index */
function filler(index) {
  const time = new Date(Date.UTC(2026, 8, 1) - index * 3_600_000).toISOString()
  return `---
category: tests
title: "Older story number ${index}"
excerpt: "One of many, to see how a long list behaves."
publishedDateTime: ${time}
originalUrl: "https://older.example/${index}"
webUrl: "https://older.example/${index}"
type: article
quality: ${index % 60}
heat: ${(index % 60) + 10}
published: true

provider:
  name: Older Example ${index % 7}
  domain: older${index % 7}.example

topics:
  - Archive
${index < TOPICS ? `  - Archive ${index}\n` : ''}
images:
  - url: "/pictures/${PICTURES[index % PICTURES.length]}.svg"
    width: 1200
    height: 675
    isCached: true
---
`
}

/**
 * Writes documents that make the feed as long as a well-kept archive, with as many topics.
 *
 * @param {string} folder
 */
export async function writeFillers(folder) {
  await mkdir(folder, { recursive: true })
  for (let index = 0; index < FILLERS; index += 1) {
    await writeFile(path.join(folder, `2026-08-01-older-${index}.md`), filler(index))
  }
}

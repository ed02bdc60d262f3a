import { changeSettings, readSettings } from '@/components/settings/settings-store'
import { HIDDEN_KEY, MAX_HIDDEN, withHidden } from '@/lib/reader/hidden-before-paint'
import {
  fileFrame,
  parseReaderFile,
  type FileProblem,
  type StoryEntry,
} from '@/lib/reader/reader-file'
import { parseSettings, unusualSettings } from '@/lib/reader/settings'
import { storeFailure, type StoreFailure } from '@/lib/reader/store-failure'
import { listSaved } from './device-store'
import {
  clearStories,
  listEntries,
  listHidden,
  mergeEntries,
  type MergeCounts,
} from './device-transfer'
import { forgetMarks, rememberMarks } from './has-marks'
import { tellSaved, tellUnsaved } from './saved-news'
import { tellStates } from './state-news'

/** Stories that are read or written together: few enough that the page goes on answering. */
const CHUNK = 500

/** What an import did, what in the file could not be taken, and what the device did not store. */
export interface ImportReport extends MergeCounts {
  problems: FileProblem[]
  /** Stories that were not stored, and why; null when all were. */
  unstored: { count: number; reason: StoreFailure } | null
  /** Why the file's settings hold only until the page is left; null when they are stored, or it has none. */
  settingsFailure: StoreFailure | null
}

/**
 * Everything that Hotsheet keeps of a reader on this device, as a file.
 *
 * @throws where the browser keeps nothing
 */
export async function exportReader(): Promise<Blob> {
  const { start, between, end } = fileFrame(Date.now(), unusualSettings(readSettings()))
  const parts: string[] = []
  for (let after = ''; ;) {
    const entries = await listEntries(after, CHUNK)
    parts.push(...entries.map((entry) => JSON.stringify(entry)))
    after = entries.at(-1)?.id ?? ''
    if (entries.length < CHUNK) break
  }
  return new Blob([start, parts.join(between), end], { type: 'application/json' })
}

/**
 * Takes over what an exported file holds: its settings, and of each story what was
 * done last, there or here. A file taken twice changes nothing. Stories are stored some
 * at a time; those stored before a failure stay.
 *
 * @throws where the file cannot be read
 */
export async function importReader(file: Blob): Promise<ImportReport> {
  const { stories, settings, problems } = parseReaderFile(await file.text())
  const hasSettings = typeof settings === 'object' && settings !== null
  const report: ImportReport = {
    ...{ added: 0, changed: 0, unchanged: 0, problems, unstored: null },
    settingsFailure: hasSettings ? changeSettings(parseSettings(settings)) : null,
  }
  let from = 0
  try {
    rememberMarks()
    for (; from < stories.length; from += CHUNK) {
      const counts = await mergeEntries(stories.slice(from, from + CHUNK))
      report.added += counts.added
      report.changed += counts.changed
      report.unchanged += counts.unchanged
    }
  } catch (error) {
    const count = stories.length - from
    if (count > 0) report.unstored = { count, reason: storeFailure(error) }
  }
  // Spares later pages a moment in which they show hidden stories: a failure changes nothing.
  await rememberHidden().catch(() => undefined)
  tellStates(null)
  tellAllSaved(stories.slice(0, from))
  return report
}

/**
 * Deletes every story that was read, saved or hidden on this device.
 *
 * @throws where something is left
 */
export async function clearReader(): Promise<void> {
  const saved = await unlessUnavailable(() => listSaved(null, Infinity), [])
  await unlessUnavailable(clearStories, undefined)
  await unlessUnavailable(async () => {
    forgetMarks()
    localStorage.removeItem(HIDDEN_KEY)
  }, undefined)
  tellStates(null)
  for (const { copy } of saved) if (copy) tellUnsaved(copy)
}

/** Where the browser stores nothing, nothing is left to delete. */
async function unlessUnavailable<T>(action: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await action()
  } catch (error) {
    if (storeFailure(error) === 'unavailable') return otherwise
    throw error
  }
}

/** Those hidden last are hidden before paint as well. */
async function rememberHidden(): Promise<void> {
  localStorage.setItem(HIDDEN_KEY, withHidden(null, await listHidden(MAX_HIDDEN), true))
}

/** Their pages and pictures are kept for offline reading, as if they had been saved here. */
function tellAllSaved(stories: StoryEntry[]): void {
  for (const { saved, copy } of stories) {
    if (saved !== undefined && copy?.article) void tellSaved(copy.article)
  }
}

import { changeSettings, readSettings } from '@/components/settings/settings-store'
import { HIDDEN_KEY, MAX_HIDDEN, withHidden } from '@/lib/reader/hidden-before-paint'
import {
  fileFrame,
  parseReaderFile,
  type FileProblem,
  type StoryEntry,
} from '@/lib/reader/reader-file'
import { parseSettings, unusualSettings } from '@/lib/reader/settings'
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

/** What an import did, and what in the file could not be taken. */
export interface ImportReport extends MergeCounts {
  problems: FileProblem[]
  /** Whether the file had settings, which are in force now. */
  hasSettings: boolean
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
 * done last, there or here. A file taken twice changes nothing.
 *
 * @throws where the browser keeps nothing
 */
export async function importReader(file: Blob): Promise<ImportReport> {
  const { stories, settings, problems } = parseReaderFile(await file.text())
  const hasSettings = typeof settings === 'object' && settings !== null
  if (hasSettings) changeSettings(parseSettings(settings))
  const report = { added: 0, changed: 0, unchanged: 0, problems, hasSettings }
  for (let from = 0; from < stories.length; from += CHUNK) {
    const counts = await mergeEntries(stories.slice(from, from + CHUNK))
    report.added += counts.added
    report.changed += counts.changed
    report.unchanged += counts.unchanged
  }
  rememberMarks()
  await rememberHidden()
  tellStates(null)
  tellAllSaved(stories)
  return report
}

/**
 * Forgets every story that was read, saved or hidden on this device.
 *
 * @throws where the browser keeps nothing
 */
export async function clearReader(): Promise<void> {
  const saved = await listSaved(null, Infinity)
  await clearStories()
  forgetMarks()
  localStorage.removeItem(HIDDEN_KEY)
  tellStates(null)
  for (const { copy } of saved) if (copy) tellUnsaved(copy)
}

/** Those hidden last are hidden before paint as well. */
async function rememberHidden(): Promise<void> {
  localStorage.setItem(HIDDEN_KEY, withHidden(null, await listHidden(MAX_HIDDEN), true))
}

/** Their pages and pictures are kept for offline reading, as if they had been saved here. */
function tellAllSaved(stories: StoryEntry[]): void {
  for (const { saved, copy } of stories) {
    if (saved !== undefined && copy?.article) tellSaved(copy.article)
  }
}

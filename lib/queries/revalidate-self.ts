import { publishHeld } from '@/lib/store/publish-held'
import { readNewestVersion } from '@/lib/store/read'
import { announceContent } from './announce-content'
import { repeat } from './repeat'
import { revalidateSecret } from './revalidate-secret'
import { watchContent } from './watch-content'

/** Interval at which held stories are looked for (ms). */
const PUBLISH_INTERVAL_MS = 1_000

const shared = globalThis as typeof globalThis & { hotsheetStopWatch?: () => void }

/**
 * Keeps this server's pages in step with the database, whichever process writes
 * to it, and publishes stories when their date comes.
 */
export function keepInStep(): void {
  // In development this file may be loaded again, but one watch is enough.
  shared.hotsheetStopWatch?.()
  const stopPublishing = repeat({
    work: () => publishHeld(new Date()),
    intervalMs: PUBLISH_INTERVAL_MS,
    onProblem: (message) =>
      console.warn(`Hotsheet cannot publish stories whose date has come: ${message.trim()}`),
  })
  const stopWatching = watchContent({
    readVersion: readNewestVersion,
    onChange: async (version) => {
      await revalidateSelf()
      // Readers are told afterwards: whoever asks then gets what is new.
      announceContent(version)
    },
    onProblem: (message) => console.warn(`Hotsheet cannot see new stories: ${message.trim()}`),
  })
  shared.hotsheetStopWatch = () => {
    stopPublishing()
    stopWatching()
  }
}

/** Caches can only be made void inside a request, so the server sends one to itself. */
async function revalidateSelf(): Promise<void> {
  // Next says where it listens just before it loads this; PORT is set by it, too.
  const origin =
    process.env.__NEXT_PRIVATE_ORIGIN ?? `http://localhost:${process.env.PORT ?? '3000'}`
  const response = await fetch(`${origin}/api/revalidate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${revalidateSecret()}` },
  })
  if (!response.ok) throw new Error(`its own server answered ${response.status}`)
}

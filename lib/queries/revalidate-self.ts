import { readNewestVersion } from '@/lib/store/read'
import { announceContent } from './announce-content'
import { revalidateSecret } from './revalidate-secret'
import { watchContent } from './watch-content'

const shared = globalThis as typeof globalThis & { hotsheetStopWatch?: () => void }

/** Keeps this server's pages in step with the database, whichever process writes to it. */
export function keepInStep(): void {
  // In development this file may be loaded again, but one watch is enough.
  shared.hotsheetStopWatch?.()
  shared.hotsheetStopWatch = watchContent({
    readVersion: readNewestVersion,
    onChange: async (version) => {
      await revalidateSelf()
      // Readers are told afterwards: whoever asks then gets what is new.
      announceContent(version)
    },
    onProblem: (message) => console.warn(`Hotsheet cannot see new stories: ${message.trim()}`),
  })
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

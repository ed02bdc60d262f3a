/** Told of a version of the content once this server answers with it. */
type Listener = (version: number) => void

interface Announcements {
  version: number | null
  listeners: Set<Listener>
}

// Instrumentation and routes are bundled apart and share what is global only.
const shared = globalThis as typeof globalThis & { hotsheetAnnouncements?: Announcements }

function announcements(): Announcements {
  return (shared.hotsheetAnnouncements ??= { version: null, listeners: new Set() })
}

/** Tells every listener which version of the content this server answers with from now on. */
export function announceContent(version: number): void {
  const { listeners } = Object.assign(announcements(), { version })
  for (const listener of listeners) listener(version)
}

/** The version that this server answers with; null until it has looked at the database for the first time. */
export function announcedVersion(): number | null {
  return announcements().version
}

/**
 * Calls the listener with each version that is announced from now on.
 *
 * @returns a function that ends this
 */
export function onContentAnnounced(listener: Listener): () => void {
  const { listeners } = announcements()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

import { randomBytes } from 'node:crypto'

const shared = globalThis as typeof globalThis & { hotsheetRevalidateSecret?: string }

/** What lets this process, and nobody else, make its own caches void. It never leaves the machine. */
export function revalidateSecret(): string {
  return (shared.hotsheetRevalidateSecret ??= randomBytes(32).toString('base64url'))
}

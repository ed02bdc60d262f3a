import { CACHES } from '@/lib/offline'

/** What tells what somebody has read: all that is kept but the site's own files and pages. */
const TELLING = [CACHES.pages, CACHES.data, CACHES.pictures, CACHES.foreignPictures, CACHES.saved]

/** Lets go of every page, story and picture that this browser keeps for reading without a line. */
export async function forgetKept(): Promise<void> {
  if (!('caches' in window)) return
  await Promise.all(TELLING.map((name) => caches.delete(name)))
}

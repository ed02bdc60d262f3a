import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'

/** Everything that readers see carries this tag; it is made void when the content changes. */
export const CONTENT_TAG = 'content'

/** To be called first inside a `'use cache'` scope: its result lives until the content changes. */
export function livesWithContent(): void {
  cacheTag(CONTENT_TAG)
  cacheLife('feed')
}

import 'server-only'
import { readContentVersion } from '@/lib/store/content-version'
import { readFrom } from '@/lib/store/read'
import { livesWithContent } from './content'

/**
 * The content's version that a page is made from. Read before the content
 * itself: a page may then be newer than it says, which costs its reader one
 * needless question, but never older.
 */
export async function getContentVersion(): Promise<number> {
  'use cache'
  livesWithContent()
  return readFrom(readContentVersion)
}

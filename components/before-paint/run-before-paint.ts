import { createMuteFinder } from '@/lib/reader/mutes'
import { applyLook } from './apply-look'
import { markStories } from './mark-stories'
import { SCRIPT_FACTS } from './script-facts'
import { watchSettings } from './watch-settings'

/** Does late what the script before the first paint does, on a page that came without it. */
export function runBeforePaint(): void {
  applyLook(SCRIPT_FACTS, watchSettings)
  markStories(SCRIPT_FACTS, watchSettings, createMuteFinder)
}

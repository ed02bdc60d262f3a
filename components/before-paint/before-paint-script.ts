import { createMuteFinder } from '@/lib/reader/mutes'
import { applyLook } from './apply-look'
import { leadOn } from './lead-on'
import { markStories } from './mark-stories'
import { rememberPresses } from './remember-presses'
import { SCRIPT_FACTS, type ScriptFacts } from './script-facts'
import { watchSettings } from './watch-settings'

/**
 * The script that makes a page the reader's own before it is painted, as text:
 * the sources of functions whose bodies name nothing outside of them, and what
 * they are called with. It says the same to every reader.
 */
export function beforePaintScript(facts: ScriptFacts = SCRIPT_FACTS): string {
  const parts = [applyLook, leadOn, rememberPresses, markStories].map(
    (part) => `(${part.toString()})(facts,watch,createMuteFinder);`,
  )
  return (
    `{const facts=${JSON.stringify(facts)},watch=${watchSettings.toString()},` +
    `createMuteFinder=${createMuteFinder.toString()};${parts.join('')}}`
  )
}

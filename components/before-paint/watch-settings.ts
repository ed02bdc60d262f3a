import type { Settings } from '@/lib/reader/settings'
import type { ScriptFacts } from './script-facts'

/**
 * Gives the settings as the device has them, and again whenever they change.
 *
 * @param onSettings told what is not as usual, and whether the page is being opened
 */
export function watchSettings(
  { settingsKey, settingsEvent }: ScriptFacts,
  onSettings: (settings: Partial<Settings>, isOpening: boolean) => void,
): void {
  const read = (event?: Event) => {
    let settings: Partial<Settings> = {}
    try {
      // What the device did not keep comes with the event.
      const { detail = null } = (event ?? {}) as Partial<CustomEvent<string | null>>
      const text = detail ?? localStorage.getItem(settingsKey) ?? '{}'
      settings = (JSON.parse(text) ?? {}) as Partial<Settings>
    } catch {
      // Nothing may be kept here, or it is not ours: the paper is as usual.
    }
    onSettings(settings, event === undefined)
  }
  read()
  // A page that is come back to may have been left before the settings changed.
  for (const type of [settingsEvent, 'storage', 'pageshow']) addEventListener(type, read)
}

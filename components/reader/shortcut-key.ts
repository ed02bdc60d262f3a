/** Every key that means something by itself; `/` is the search field's own. */
const KEYS = 'jkovsmhugt?'

/** What takes keys for itself. */
const TAKES_KEYS =
  'input, textarea, select, [contenteditable], dialog, [popover], [role=combobox], [role=listbox], [role=menu]'

/**
 * The shortcut that a key press is, or null: while someone types, in a dialog, with
 * a modifier or while characters are put together, keys are not for the page. On a
 * keyboard without latin letters the place of the key counts. Caps Lock makes no
 * difference: no shortcut is a letter with Shift, whichever case the two give together.
 */
export function shortcutKey(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.isComposing) return null
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.target instanceof Element && event.target.closest(TAKES_KEYS)) return null
  const key = /^[\x20-\x7e]$/.test(event.key) ? keyByName(event) : keyByPlace(event)
  // Held down, a key walks the list but does nothing twice.
  if (event.repeat && key !== 'j' && key !== 'k') return null
  return key !== '' && KEYS.includes(key) ? key : null
}

function keyByName({ key, shiftKey }: KeyboardEvent): string {
  if (!/[a-z]/i.test(key)) return key
  return shiftKey ? '' : key.toLowerCase()
}

function keyByPlace({ key, code, shiftKey }: KeyboardEvent): string {
  if (key.length !== 1) return ''
  if (code === 'Slash' && shiftKey) return '?'
  return shiftKey ? '' : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '')
}

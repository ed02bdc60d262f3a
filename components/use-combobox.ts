import { useEffect, useEffectEvent, useState } from 'react'
import type { SuggestionOption } from './suggestion-options'

/**
 * Makes a field and a list below it a combobox, as the ARIA Authoring Practices
 * have it: the focus stays in the field, the arrows choose, Enter opens what is
 * chosen, Escape closes the list.
 *
 * @param options in the list's order
 * @returns whether the list is open, and the option chosen, if one is
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function useCombobox(field: HTMLInputElement, options: SuggestionOption[], listId: string) {
  const [isWanted, setWanted] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const isOpen = isWanted && options.length > 0
  const active = (isOpen && options.find(({ href }) => href === chosen)) || null

  const onInput = useEffectEvent(() => {
    setWanted(true)
    setChosen(null)
  })
  const onLeave = useEffectEvent(() => setWanted(false))
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setWanted(true)
      setChosen(nextTo(active, options, event.key === 'ArrowDown' ? 1 : -1)?.href ?? null)
    } else if (event.key === 'Enter' && active) {
      document.getElementById(active.id)?.click()
    } else if (event.key === 'Escape' && isOpen) {
      setWanted(false)
    } else return
    event.preventDefault()
  })
  useEffect(() => {
    const left = new AbortController()
    const { signal } = left
    field.addEventListener('input', onInput, { signal })
    field.addEventListener('keydown', onKey, { signal })
    field.addEventListener('blur', onLeave, { signal })
    return () => left.abort()
  }, [field])

  useAria(field, isOpen ? listId : null, active)
  return { isOpen, active }
}

/** The option a step away; the field itself, null, stands between the last and the first. */
function nextTo(active: SuggestionOption | null, options: SuggestionOption[], step: 1 | -1) {
  const ring = [null, ...options]
  return ring.at((ring.indexOf(active) + step) % ring.length) ?? null
}

/** Says at the field which list is open, and which of its options is chosen. */
function useAria(field: HTMLInputElement, listId: string | null, active: SuggestionOption | null) {
  useEffect(() => {
    field.setAttribute('aria-expanded', String(listId !== null))
    setOrRemove(field, 'aria-controls', listId)
    setOrRemove(field, 'aria-activedescendant', active?.id)
    if (active) document.getElementById(active.id)?.scrollIntoView({ block: 'nearest' })
    return () => {
      field.setAttribute('aria-expanded', 'false')
      setOrRemove(field, 'aria-controls', null)
      setOrRemove(field, 'aria-activedescendant', null)
    }
  }, [field, listId, active])
}

function setOrRemove(element: Element, name: string, value: string | null | undefined) {
  if (value) element.setAttribute(name, value)
  else element.removeAttribute(name)
}

'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ComponentType } from 'react'
import { localePath } from '@/lib/locale'
import { isOn } from './settings/settings-store'

interface SearchFieldProps {
  /** What was searched for. */
  text?: string
  /** Parameters that stay when the text is changed. */
  keep?: [name: string, value: string][]
  autoFocus?: boolean
}

type Input = React.RefObject<HTMLInputElement | null>

/** A field that a reader has come to, and what suggests below it. */
interface Reached {
  field: HTMLInputElement
  Suggestions: ComponentType<{ field: HTMLInputElement }>
}

/**
 * A search as a plain form. `/` goes to it from anywhere on the page; what
 * suggests and completes is loaded when a reader comes to it.
 */
export function SearchField({ text = '', keep = [], autoFocus }: SearchFieldProps) {
  const t = useTranslations('searchField')
  const input = useRef<HTMLInputElement>(null)
  const reached = useReached(input)
  useSlashKey(input)

  return (
    <form role="search" action={localePath(useLocale(), '/search')} className="search-field">
      <input
        ref={input}
        type="search"
        name="q"
        defaultValue={text}
        placeholder={t('placeholder')}
        aria-label={t('label')}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={false}
        aria-keyshortcuts="/"
        autoComplete="off"
        autoCapitalize="none"
        enterKeyHint="search"
        autoFocus={autoFocus}
      />
      {keep.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SearchButton label={t('button')} input={input} />
      {reached && <reached.Suggestions field={reached.field} />}
    </form>
  )
}

/** Sends the search; before anything is typed, leads to the field. */
function SearchButton({ label, input }: { label: string; input: Input }) {
  return (
    <button
      aria-label={label}
      // The field keeps the focus, and a narrow page its form as it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (input.current?.value) return
        event.preventDefault()
        input.current?.focus()
      }}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M8.5 2.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12Zm4.5 10.5 4.5 4.5" />
      </svg>
    </button>
  )
}

/** Loads the suggestions when a reader comes to the field; null until they are there. */
function useReached(input: Input): Reached | null {
  const [reached, setReached] = useState<Reached | null>(null)
  useEffect(() => {
    const field = input.current
    if (!field) return
    const reach = () => void loadSuggestions(field).then(setReached)
    // It may have been reached before this script was.
    if (document.activeElement === field) reach()
    field.addEventListener('focus', reach)
    return () => field.removeEventListener('focus', reach)
  }, [input])
  return reached
}

/** Null for whoever cannot load them, say without a line: the search works without suggestions. */
async function loadSuggestions(field: HTMLInputElement): Promise<Reached | null> {
  try {
    const { SearchSuggestions } = await import('./search-suggestions')
    return { field, Suggestions: SearchSuggestions }
  } catch {
    return null
  }
}

/** Moves the focus to a field on `/`, unless someone is typing. */
function useSlashKey(input: Input) {
  useEffect(() => {
    const goTo = (event: KeyboardEvent) => {
      const isModified = event.ctrlKey || event.metaKey || event.altKey
      if (event.key !== '/' || isModified || event.defaultPrevented || isTyping(event.target)) {
        return
      }
      if (!isOn('shortcuts')) return
      const field = input.current
      // Of several fields, one is shown.
      if (!field?.checkVisibility({ visibilityProperty: true })) return
      event.preventDefault()
      field.focus()
      field.select()
    }
    document.addEventListener('keydown', goTo)
    return () => document.removeEventListener('keydown', goTo)
  }, [input])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select')
}

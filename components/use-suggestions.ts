import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Suggestions } from '@/lib/article'
import { canonicalSearchText } from '@/lib/search/search-text'

/** Letters from which on there are suggestions. */
const MIN_LENGTH = 2

/** So long without a key is a pause, in milliseconds. */
const PAUSE = 120

/** So long suggestions are taken for current, in milliseconds. */
const FRESH = 60_000

const NONE: Suggestions = { topics: [], sources: [], stories: [] }

async function fetchSuggestions(text: string, signal: AbortSignal): Promise<Suggestions> {
  const response = await fetch(`/api/suggestions?${new URLSearchParams({ q: text })}`, { signal })
  if (!response.ok) throw new Error(`The suggestions answered ${response.status}`)
  return (await response.json()) as Suggestions
}

/**
 * What a field's text may become; none without a line or an answer. An answer
 * belongs to the text that it was asked for, so that a late one replaces nothing.
 */
export function useSuggestions(field: HTMLInputElement): Suggestions {
  const text = useTypedText(field)
  const isLongEnough = [...text].length >= MIN_LENGTH
  const { data } = useQuery({
    queryKey: ['suggestions', text],
    queryFn: ({ signal }) => fetchSuggestions(text, signal),
    enabled: isLongEnough,
    staleTime: FRESH,
    retry: false,
    // The list stays while the next one is on its way.
    placeholderData: keepPreviousData,
  })
  return (isLongEnough ? data : null) ?? NONE
}

/** What stands in a field whenever its reader pauses. */
function useTypedText(field: HTMLInputElement): string {
  const [text, setText] = useState(() => canonicalSearchText(field.value))

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setText(canonicalSearchText(field.value)), PAUSE)
    }
    field.addEventListener('input', read)
    return () => {
      clearTimeout(timer)
      field.removeEventListener('input', read)
    }
  }, [field])

  return text
}

import type { ProviderInfo, Suggestions } from '@/lib/article'
import { searchHref } from '@/lib/feed-url'

/** One suggestion in the list. */
export interface SuggestionOption {
  /** Of its element. */
  id: string
  label: string
  /** Where it leads, without a locale. */
  href: string
  /** How many stories it leads to, where that is known. */
  count?: number
}

/** Suggestions of one kind. */
export interface OptionGroup {
  kind: 'topics' | 'sources' | 'stories'
  options: SuggestionOption[]
}

/** The list's groups, those without a suggestion left out; ids count through all of them. */
export function groupSuggestions(suggestions: Suggestions, listId: string): OptionGroup[] {
  const { topics, sources, stories } = suggestions
  const groups: { kind: OptionGroup['kind']; options: Omit<SuggestionOption, 'id'>[] }[] = [
    {
      kind: 'topics',
      options: topics.map(({ name, slug, count }) => ({
        label: name,
        href: `/topics/${encodeURIComponent(slug)}`,
        count,
      })),
    },
    {
      kind: 'sources',
      options: sources.map((source) => ({ label: source.name, href: sourceHref(source) })),
    },
    {
      kind: 'stories',
      options: stories.map(({ title, href }) => ({ label: title, href })),
    },
  ]
  let next = 0
  return groups
    .filter(({ options }) => options.length > 0)
    .map(({ kind, options }) => ({
      kind,
      options: options.map((option) => ({ ...option, id: `${listId}-${next++}` })),
    }))
}

/** Where everything from a source is listed. */
function sourceHref({ name, domain }: ProviderInfo): string {
  return searchHref(`source:${domain || `"${name.replaceAll('"', '')}"`}`)
}

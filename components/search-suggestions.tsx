import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useId } from 'react'
import { LocalLink } from './local-link'
import { groupSuggestions, type OptionGroup, type SuggestionOption } from './suggestion-options'
import { useCombobox } from './use-combobox'
import { useSuggestions } from './use-suggestions'
import './search-suggestions.css'

/** Topics, sources and headlines that the text of a field may be meant for, in a list below it. */
export function SearchSuggestions({ field }: { field: HTMLInputElement }) {
  const t = useTranslations('searchField')
  const listId = useId()
  const groups = groupSuggestions(useSuggestions(field), listId)
  const options = groups.flatMap((group) => group.options)
  const { isOpen, active } = useCombobox(field, options, listId)
  useEarlyLetters(field)
  useLeaving(field)

  return (
    <>
      <p role="status" className="sr-only">
        {isOpen && t('count', { count: options.length })}
      </p>
      {isOpen && (
        <div
          role="listbox"
          id={listId}
          aria-label={t('suggestions')}
          className="suggestions"
          // The field keeps the focus, or the list would close before it is pressed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            field.blur()
            field.form?.reset()
          }}
        >
          {groups.map((group) => (
            <Group key={group.kind} group={group} active={active} />
          ))}
        </div>
      )}
    </>
  )
}

function Group({ group, active }: { group: OptionGroup; active: SuggestionOption | null }) {
  const t = useTranslations('searchField')
  const format = useFormatter()
  return (
    <div role="group" aria-label={t(group.kind)}>
      <span className="label" aria-hidden="true">
        {t(group.kind)}
      </span>
      {group.options.map((option) => (
        <LocalLink
          key={option.id}
          role="option"
          id={option.id}
          href={option.href}
          aria-selected={option.id === active?.id}
          tabIndex={-1}
        >
          <bdi>{option.label}</bdi>
          {option.count !== undefined && (
            <span className="count">{format.number(option.count)}</span>
          )}
        </LocalLink>
      ))}
    </div>
  )
}

/** What was typed while this was on its way is told once more, to those who listen by now. */
function useEarlyLetters(field: HTMLInputElement) {
  useEffect(() => {
    if (field.value !== field.defaultValue) field.dispatchEvent(new Event('input'))
  }, [field])
}

/** A search that is sent is done with its field; on the way back the field says again what was found there. */
function useLeaving(field: HTMLInputElement) {
  useEffect(() => {
    const { form } = field
    const leave = () => field.blur()
    form?.addEventListener('submit', leave)
    return () => {
      form?.removeEventListener('submit', leave)
      // A page that is left stays in the document, hidden, with what was typed on it.
      if (!field.checkVisibility()) form?.reset()
    }
  }, [field])
}

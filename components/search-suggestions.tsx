import { useEffect, useId } from 'react'
import { groupSuggestions, type OptionGroup, type SuggestionOption } from './suggestion-options'
import { useCombobox } from './use-combobox'
import { useSuggestions } from './use-suggestions'

/** Topics, sources and headlines that the text of a field may be meant for, in a list below it. */
export function SearchSuggestions({ field }: { field: HTMLInputElement }) {
  const listId = useId()
  const groups = groupSuggestions(useSuggestions(field), listId)
  const options = groups.flatMap((group) => group.options)
  const { isOpen, active } = useCombobox(field, options, listId)
  useLeaving(field)

  return (
    <>
      <p role="status" className="sr-only">
        {isOpen && (options.length === 1 ? '1 suggestion' : `${options.length} suggestions`)}
      </p>
      {isOpen && (
        <div
          role="listbox"
          id={listId}
          aria-label="Suggestions"
          className="suggestions"
          // The field keeps the focus, or the list would close before it is pressed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            field.blur()
            field.form?.reset()
          }}
        >
          {groups.map((group) => (
            <Group key={group.name} group={group} active={active} />
          ))}
        </div>
      )}
    </>
  )
}

function Group({ group, active }: { group: OptionGroup; active: SuggestionOption | null }) {
  return (
    <div role="group" aria-label={group.name}>
      <span className="label" aria-hidden="true">
        {group.name}
      </span>
      {group.options.map((option) => (
        <a
          key={option.id}
          role="option"
          id={option.id}
          href={option.href}
          aria-selected={option.id === active?.id}
          tabIndex={-1}
          dir="auto"
        >
          {option.label}
          {option.count !== undefined && <span className="count">{option.count}</span>}
        </a>
      ))}
    </div>
  )
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

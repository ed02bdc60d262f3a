interface RadioChoiceProps<Value extends string | number> {
  legend: string
  /** Of the radio buttons, unlike that of any others on the page. */
  name: string
  values: readonly Value[]
  chosen: Value
  labelOf: (value: Value) => string
  onChoose: (value: Value) => void
}

/** One of a few, all of them in view. */
export function RadioChoice<Value extends string | number>(props: RadioChoiceProps<Value>) {
  const { legend, name, values, chosen, labelOf, onChoose } = props
  return (
    <fieldset className="radio-choice">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {labelOf(value)}
        </label>
      ))}
    </fieldset>
  )
}

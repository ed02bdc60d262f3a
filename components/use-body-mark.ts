import { useLayoutEffect } from 'react'

/**
 * Marks the body, for styles of what lies outside of a component. A selector that
 * looks for the component itself (`:has`) is tried again at each change below the
 * body, which a feed of thousands of stories makes dear.
 *
 * @param name of a data attribute, in camel case
 * @param isSet whether the mark is there; it goes with the component, also when that is hidden
 */
export function useBodyMark(name: string, isSet: boolean): void {
  useLayoutEffect(() => {
    if (!isSet) return
    const { dataset } = document.body
    dataset[name] = ''
    return () => {
      Reflect.deleteProperty(dataset, name)
    }
  }, [name, isSet])
}

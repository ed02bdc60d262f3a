/** A value that is shown at present, for `useSyncExternalStore`. */
export interface PresentValue<T> {
  get: () => T
  set: (value: T) => void
  subscribe: (listener: () => void) => () => void
}

/** A value that code outside of React changes and components show. */
export function presentValue<T>(first: T): PresentValue<T> {
  let present = first
  const listeners = new Set<() => void>()
  return {
    get: () => present,
    set: (value) => {
      present = value
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

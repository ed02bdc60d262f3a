import { useState } from 'react'

/**
 * What is chosen, and all that was while the component is there, each in its
 * place: what is taken back does not go from under the finger.
 */
export function useListed(chosen: readonly string[]): readonly string[] {
  const [listed, setListed] = useState(chosen)
  const fresh = chosen.filter((name) => !listed.includes(name))
  if (fresh.length === 0) return listed
  const all = [...listed, ...fresh]
  setListed(all)
  return all
}

/** A word that occurs, and in how many articles. */
export interface SpellingCandidate {
  word: string
  count: number
}

/** Words up to this long become other words too soon when more than one letter changes. */
const SHORT_WORD = 5

/**
 * How many letters must be added, left out, replaced or swapped with their
 * neighbour to make one word of another (optimal string alignment, the
 * restricted Damerau–Levenshtein distance).
 *
 * @param limit give up beyond it
 * @returns the distance, in code points; `limit + 1` when it is more than `limit`
 */
export function editDistance(a: string, b: string, limit: number): number {
  const from = [...a]
  const to = [...b]
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = nextRow(from, to, row, last, beforeLast)
    // No later row can hold less than the least of this one.
    if (Math.min(...current) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return Math.min(last[to.length] ?? 0, limit + 1)
}

/**
 * The known word that a misspelt one most likely stands for: at most one edit
 * away for words up to five letters, two for longer ones. The nearest wins, then
 * the commonest.
 *
 * @param word folded, as the candidates are
 * @returns null when none is near enough
 */
export function bestSpelling(
  word: string,
  candidates: readonly SpellingCandidate[],
): string | null {
  const limit = [...word].length <= SHORT_WORD ? 1 : 2
  const near = candidates
    .map((candidate) => ({ ...candidate, distance: editDistance(word, candidate.word, limit) }))
    .filter(({ distance }) => distance <= limit)
    // The last comparison is there so that the answer does not hang on the order of the candidates.
    .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1))
  return near[0]?.word ?? null
}

/** One row of the table of distances between beginnings of both words. */
function nextRow(
  from: readonly string[],
  to: readonly string[],
  row: number,
  last: readonly number[],
  beforeLast: readonly number[],
): number[] {
  const letter = from[row - 1]
  const current = [row]
  for (const [i, other] of to.entries()) {
    const replaced = at(last, i) + (letter === other ? 0 : 1)
    const least = Math.min(replaced, at(last, i + 1) + 1, at(current, i) + 1)
    const swapped = i > 0 && row > 1 && letter === to[i - 1] && from[row - 2] === other
    current.push(swapped ? Math.min(least, at(beforeLast, i - 1) + 1) : least)
  }
  return current
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}

/**
 * Returns the value below which a share of all values lie.
 *
 * @param {number[]} values in any order
 * @param {number} share 0 to 1
 * @returns {number} NaN when there are no values
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

/** @param {number[]} values in any order */
export function median(values) {
  return quantile(values, 0.5)
}

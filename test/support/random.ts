/** Gives numbers in [0, 1). */
export type Random = () => number

/** Numbers in [0, 1) that are the same on every run (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of the items, each as likely as the others. @throws RangeError when there is none */
export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** A whole number from `least` to `most`, each as likely as the others. */
export function between(least: number, most: number, random: Random): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** How finely a distribution is tabulated; the rarest of 60,000 words still has a place. */
const PLACES = 1 << 20

/**
 * A sampler of ranks by the Zipf–Mandelbrot law, p(rank) ~ 1 / (rank + shift):
 * few are common, most are rare, as words, topics and publishers are.
 *
 * @param count ranks are 0 to count - 1
 * @param shift flattens the top: 1 is Zipf's own law
 */
export function createZipf(count: number, shift: number): (random: Random) => number {
  const total = Array.from({ length: count }, (_, rank) => 1 / (rank + shift)).reduce(
    (sum, weight) => sum + weight,
  )
  const places = new Uint32Array(PLACES)
  let upTo = 0
  let place = 0
  for (let rank = 0; rank < count; rank += 1) {
    upTo += 1 / (rank + shift) / total
    const end = rank === count - 1 ? PLACES : Math.min(PLACES, Math.round(upTo * PLACES))
    places.fill(rank, place, end)
    place = end
  }
  return (random) => places[Math.floor(random() * PLACES)] ?? 0
}

import { box, disc, dotScreen, ground, type Motif } from './motif'

/** A great sun on the horizon and its broken reflection in the water. */
export const sunset: Motif = (random, { paper, ink, main, second, accent }) => {
  const horizon = random.int(400, 500)
  const x = random.int(360, 840)
  const radius = random.int(170, 250)
  const screen = dotScreen(second, 18, 5)
  const glints = Array.from({ length: 9 }, (_, i) => {
    const width = Math.round((radius * 2 - i * 26) * (0.5 + random.next() * 0.5))
    return box(x - width / 2 + random.int(-40, 40), horizon + 18 + i * 36, width, 9 + i, accent)
  })
  const swell = Array.from({ length: 8 }, () =>
    box(random.int(0, 1000), random.int(horizon + 30, 780), random.int(90, 260), 6, main),
  )
  return [
    screen.definition,
    ground(paper),
    box(0, 0, 1200, horizon, screen.fill),
    disc(x, horizon - random.int(0, 80), radius, accent),
    box(0, horizon, 1200, 800 - horizon, ink),
    ...swell,
    ...glints,
  ].join('')
}

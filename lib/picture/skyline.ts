import { box, disc, ground, type Motif } from './motif'

/** Two rows of city blocks against the light, some windows lit. */
export const skyline: Motif = (random, { paper, ink, main, second, accent }) => {
  const row = (low: number, high: number, fill: string, windows: string): string => {
    let blocks = ''
    let x = -random.int(0, 60)
    while (x < 1200) {
      const width = random.int(2, 5) * 36
      const top = 800 - random.int(low, high) * 40
      blocks += `M${x} 800V${top}`
      // Roofs: flat, pitched to one side, or with a gable.
      const roof = random.pick([
        '',
        `l0 -40L${x + width} ${top}`,
        `l${width / 2} -44L${x + width} ${top}`,
      ])
      blocks += `${roof}H${x + width}V800z`
      x += width + random.pick([0, 0, 12])
    }
    return `<path fill="${fill}" d="${blocks}"/><path fill="${windows}" d="${blocks}"/>`
  }
  const panes = (id: string, colour: string, pitch: number): string =>
    `<pattern id="${id}" width="${pitch}" height="40" patternUnits="userSpaceOnUse">` +
    `${box(10, 12, pitch - 22, 15, colour)}</pattern>`
  const lit = Array.from({ length: 9 }, () =>
    box(random.int(0, 32) * 36 + 10, 800 - random.int(2, 7) * 40 + 12, 14, 15, accent),
  )
  return [
    panes('far', second, 36),
    panes('near', main, 36),
    ground(paper),
    disc(random.int(240, 960), random.int(180, 300), random.int(100, 160), accent),
    row(9, 14, main, 'url(#far)'),
    row(4, 9, ink, 'url(#near)'),
    ...lit,
  ].join('')
}

import { curveThrough, dotScreen, ground, type Motif } from './motif'

/** Layers of earth in a cutting, with sherds and stones lying where they were left. */
export const strata: Motif = (random, { paper, ink, main, second, accent }) => {
  const screen = dotScreen(ink, 17, 4)
  const fills = [second, main, screen.fill, second, main, ink]
  const tilt = random.int(-14, 14)
  const layers = fills.map((fill, i) => {
    const edge = curveThrough(
      Array.from(
        { length: 7 },
        (_, step) => 190 + i * 105 + step * tilt - 3 * tilt + random.int(-24, 24),
      ),
    )
    return `<path fill="${fill}" d="${edge}V800H0z"/>`
  })
  const sherds = Array.from({ length: 7 }, (_, i) => {
    const x = 70 + i * 160 + random.int(-40, 40)
    const y = random.int(330, 720)
    const shape = random.pick([
      `l${random.int(40, 90)} ${random.int(-30, 20)}l${random.int(-30, 10)} ${random.int(40, 70)}z`,
      `q40 -50 90 0q-40 30 -90 0z`,
      `h64v26h-64z`,
    ])
    return `<path fill="${random.pick([accent, paper])}" d="M${x} ${y}${shape}"/>`
  })
  return [screen.definition, ground(paper), ...layers, ...sherds].join('')
}

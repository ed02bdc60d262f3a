import { disc, dotScreen, ground, line, type Motif } from './motif'

/** A planet at night, the paths around it and what travels on them. */
export const orbits: Motif = (random, { paper, ink, main, second, accent }) => {
  const x = random.int(420, 780)
  const y = random.int(340, 460)
  const radius = random.int(110, 170)
  const tilt = random.int(-35, 35)
  const screen = dotScreen(ink, 15, 5)
  const stars = Array.from(
    { length: 26 },
    () => `M${random.int(20, 1180)} ${random.int(20, 780)}h0`,
  ).join('')
  const paths = [1.7, 2.5, 3.4, 4.4].map((ratio, i) => {
    const rx = Math.round(radius * ratio)
    const ry = Math.round(rx * 0.36)
    const angle = random.next() * 2 * Math.PI
    const moon = disc(
      Math.round(Math.cos(angle) * rx),
      Math.round(Math.sin(angle) * ry),
      random.int(12, 26),
      i % 2 === 0 ? accent : second,
    )
    return `<ellipse rx="${rx}" ry="${ry}" fill="none" stroke="${i % 2 ? main : second}" stroke-width="3"/>${moon}`
  })
  const limb = `M0 ${-radius}A${radius} ${radius} 0 0 1 0 ${radius}A${radius * 2} ${radius * 2} 0 0 0 0 ${-radius}`
  return [
    screen.definition,
    ground(ink),
    line(stars, paper, 5, ' stroke-linecap="round"'),
    `<g transform="translate(${x} ${y}) rotate(${tilt})">`,
    ...paths,
    disc(0, 0, radius, random.pick([accent, main, second])),
    `<path fill="${screen.fill}" d="${limb}"/>`,
    // The near half of the innermost path passes in front of the planet.
    line(`M${-radius * 1.7} 0A${radius * 1.7} ${radius * 0.61} 0 0 0 ${radius * 1.7} 0`, paper, 5),
    '</g>',
  ].join('')
}

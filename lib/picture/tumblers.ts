import { disc, dotScreen, ground, type Motif } from './motif'

/** The rings of a lock, each turned its own way, around a keyhole. */
export const tumblers: Motif = (random, { paper, ink, main, second, accent }) => {
  const x = random.int(480, 720)
  const night = random.chance(0.5)
  const screen = dotScreen(night ? main : second, 18, 4)
  const colours = [night ? paper : ink, main, second, accent, main, night ? second : ink] as const
  const rings = colours.map((colour, i) => {
    const radius = 175 + i * 62
    const around = 2 * Math.PI * radius
    const gap = random.int(60, 180)
    const parts = random.int(1, 4)
    const dash = Math.round(around / parts - gap)
    return (
      `<circle r="${radius}" fill="none" stroke="${colour}" stroke-width="${random.pick([22, 30, 40])}" ` +
      `stroke-dasharray="${dash} ${gap}" transform="rotate(${random.int(0, 359)})"/>`
    )
  })
  return [
    screen.definition,
    ground(night ? ink : paper),
    ground(screen.fill),
    `<g transform="translate(${x} 400)">`,
    disc(0, 0, 560, night ? ink : paper),
    ...rings,
    disc(0, 0, 120, accent),
    `<path fill="${ink}" d="M-24 8L-42 74H42L24 8z"/>`,
    disc(0, -14, 38, ink),
    '</g>',
  ].join('')
}

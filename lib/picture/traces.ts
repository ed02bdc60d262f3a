import { box, disc, dotScreen, ground, line, type Motif } from './motif'

/** A die in the middle of its board, with traces that turn by 45 degrees to their pads. */
export const traces: Motif = (random, { paper, ink, main, second, accent }) => {
  const size = random.int(3, 4) * 80
  const x = 600 - size / 2 + random.int(-1, 1) * 80
  const y = 400 - size / 2
  const screen = dotScreen(paper, 20, 3)
  const pins = size / 40
  let wires = ''
  let pads = ''
  const route = (px: number, py: number, dx: number, dy: number): void => {
    const first = random.int(1, 3) * 30
    const slant = random.int(0, 3) * 30
    const way = random.chance(0.5) ? 1 : -1
    const last = random.int(1, 6) * 40
    const bendX = dx * slant || way * slant
    const bendY = dy * slant || way * slant
    wires += `M${px} ${py}l${dx * first} ${dy * first}l${bendX} ${bendY}l${dx * last} ${dy * last}`
    pads += `M${px + dx * (first + last) + bendX} ${py + dy * (first + last) + bendY}h0`
  }
  for (let i = 0; i < pins; i++) {
    const at = 20 + i * 40
    route(x + at, y, 0, -1)
    route(x + at, y + size, 0, 1)
    route(x, y + at, -1, 0)
    route(x + size, y + at, 1, 0)
  }
  const night = random.chance(0.6)
  return [
    screen.definition,
    ground(night ? ink : second),
    line(wires, night ? main : ink, 8, ' stroke-linejoin="round"'),
    line(pads, night ? second : ink, 26, ' stroke-linecap="round"'),
    line(pads, night ? ink : paper, 9, ' stroke-linecap="round"'),
    box(x - 14, y - 14, size + 28, size + 28, night ? second : ink),
    box(x, y, size, size, main),
    box(x, y, size, size, screen.fill),
    box(x + size * 0.3, y + size * 0.3, size * 0.4, size * 0.4, accent),
    disc(x + 24, y + 24, 9, paper),
  ].join('')
}

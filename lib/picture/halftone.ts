import { disc, ground, line, type Motif } from './motif'

/** A field of dots that swell towards one or two centres, as in a coarse newspaper screen. */
export const halftone: Motif = (random, { paper, ink, main, second, accent }) => {
  const centres = Array.from({ length: random.int(1, 2) }, () => ({
    x: random.int(200, 1000),
    y: random.int(150, 650),
    reach: random.int(380, 560),
  }))
  const sizes = ['', '', '', '', '', '', '']
  for (let row = 0; row < 11; row++) {
    for (let column = 0; column < 17; column++) {
      const x = column * 75 + (row % 2 ? 37 : 0)
      const y = row * 80
      const light = Math.max(...centres.map((c) => 1 - Math.hypot(x - c.x, y - c.y) / c.reach))
      const size = Math.round(Math.max(0, light) * 6)
      sizes[size] = `${sizes[size] ?? ''}M${x} ${y}h0`
    }
  }
  const [first] = centres
  return [
    ground(paper),
    disc(first?.x ?? 600, first?.y ?? 400, random.int(180, 300), accent),
    disc(random.int(100, 1100), random.int(100, 700), random.int(140, 260), second),
    ...sizes.map(
      (dots, i) => dots && line(dots, i > 1 ? ink : main, 9 + i * 10, ' stroke-linecap="round"'),
    ),
  ].join('')
}

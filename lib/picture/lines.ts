import { disc, ground, line, type Motif } from './motif'

/** The coloured lines of a transit map, running side by side and turning together. */
export const lines: Motif = (random, { paper, ink, main, second, accent }) => {
  const bundle = (y: number, shift: number, colours: readonly string[], turn: number): string =>
    colours
      .map((colour, i) => {
        const top = y + i * 40
        // Shifting the bend by the tangent of half the angle keeps the lines parallel.
        const bend = turn + (shift > 0 ? -i : i) * 17
        const down = Math.abs(shift)
        return line(
          `M-40 ${top}H${bend}l${down} ${shift}H1240`,
          colour,
          26,
          ' stroke-linejoin="round"',
        )
      })
      .join('')
  const stop = (x: number, y: number): string => `${disc(x, y, 30, ink)}${disc(x, y, 17, paper)}`
  const low = random.int(500, 620)
  const high = random.int(140, 260)
  const rise = random.int(4, 7) * 40
  const turn = random.int(300, 560)
  const across = random.int(860, 1060)
  const mirrored = random.chance(0.5) ? ' transform="matrix(-1 0 0 1 1200 0)"' : ''
  return [
    ground(paper),
    `<g${mirrored}>`,
    line(
      `M${across} -40V${random.int(280, 420)}l-300 300V840`,
      second,
      60,
      ' stroke-linejoin="round"',
    ),
    bundle(low, -rise, [main, ink], turn),
    bundle(high, random.int(3, 5) * 40, [accent, main], random.int(420, 640)),
    stop(random.int(80, 220), low),
    stop(random.int(80, 260), high + 40),
    stop(across, random.int(60, 130)),
    stop(1100, low - rise + 40),
    '</g>',
  ].join('')
}

import { disc, dotScreen, ground, line, type Motif } from './motif'

/** A nerve cell, or a delta seen from above: arms that fork and thin out. */
export const branches: Motif = (random, { paper, ink, main, second, accent }) => {
  const night = random.chance(0.5)
  const screen = dotScreen(second, 20, 4)
  const levels = ['', '', '']
  let ends = ''
  const grow = (x: number, y: number, angle: number, depth: number): void => {
    const length = random.int(150, 230) - depth * 35
    const bent = angle + (random.next() - 0.5) * 0.9
    const cx = Math.round(x + Math.cos(angle) * length * 0.5)
    const cy = Math.round(y + Math.sin(angle) * length * 0.5)
    const ex = Math.round(cx + Math.cos(bent) * length * 0.5)
    const ey = Math.round(cy + Math.sin(bent) * length * 0.5)
    levels[depth] = `${levels[depth] ?? ''}M${x} ${y}Q${cx} ${cy} ${ex} ${ey}`
    if (depth === 2) {
      ends += `M${ex} ${ey}h0`
      return
    }
    grow(ex, ey, bent - 0.3 - random.next() * 0.4, depth + 1)
    grow(ex, ey, bent + 0.3 + random.next() * 0.4, depth + 1)
  }
  const x = random.int(480, 720)
  const y = random.int(360, 440)
  const arms = random.int(5, 6)
  const start = random.next() * Math.PI
  for (let i = 0; i < arms; i++) grow(x, y, start + (i / arms) * 2 * Math.PI, 0)
  const stroke = night ? second : ink
  const round = ' stroke-linecap="round"'
  return [
    screen.definition,
    ground(night ? ink : paper),
    disc(
      random.int(250, 950),
      random.int(200, 600),
      random.int(220, 300),
      night ? main : screen.fill,
    ),
    ...levels.map((d, i) => line(d, stroke, 22 - i * 7, round)),
    line(ends, accent, 26, round),
    disc(x, y, random.int(62, 84), stroke),
    disc(x, y, random.int(24, 36), accent),
  ].join('')
}

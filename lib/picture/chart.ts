import { box, disc, dotScreen, ground, line, type Motif } from './motif'

/** Columns of a chart without a scale and the line that rises and falls across them. */
export const chart: Motif = (random, { paper, ink, main, second, accent }) => {
  const screen = dotScreen(main, 14, 4)
  const count = random.int(7, 11)
  const pitch = Math.round(1040 / count)
  const rules = [200, 320, 440, 560].map((y) => `M80 ${y}h1040`).join('')
  let level = random.int(200, 320)
  const columns: string[] = []
  const peaks: [number, number][] = []
  const marked = random.int(1, count - 2)
  for (let i = 0; i < count; i++) {
    level = Math.min(540, Math.max(140, level + random.int(-80, 120)))
    const x = 80 + i * pitch
    const fill = i === marked ? accent : i % 2 ? screen.fill : main
    columns.push(box(x, 680 - level, Math.round(pitch * 0.7), level, fill))
    peaks.push([x + Math.round(pitch * 0.35), 640 - level + random.int(-30, 60)])
  }
  const trend = 'M' + peaks.map(([x, y]) => `${x} ${y}`).join('L')
  return [
    screen.definition,
    ground(paper),
    line(rules, second, 3),
    ...columns,
    box(60, 680, 1080, 8, ink),
    line(trend, ink, 8, ' stroke-linejoin="round"'),
    ...peaks.map(([x, y], i) => disc(x, y, i === marked ? 22 : 13, ink)),
  ].join('')
}

import { disc, ground, type Motif } from './motif'

/** The height lines of a survey map, one summit, with a few marked points. */
export const contours: Motif = (random, { paper, ink, main, second, accent }) => {
  const corners = 7
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = (i / corners) * 2 * Math.PI
    const reach = random.int(72, 128)
    return [Math.round(Math.cos(angle) * reach), Math.round(Math.sin(angle) * reach)] as const
  })
  // A quadratic through the midpoints of the sides keeps the outline smooth everywhere.
  const middle = (i: number): string => {
    const [ax = 0, ay = 0] = points[i % corners] ?? []
    const [bx = 0, by = 0] = points[(i + 1) % corners] ?? []
    return `${Math.round((ax + bx) / 2)} ${Math.round((ay + by) / 2)}`
  }
  const outline =
    `M${middle(corners - 1)}` + points.map(([x, y], i) => `Q${x} ${y} ${middle(i)}`).join('') + 'z'
  const x = random.int(380, 820)
  const y = random.int(320, 480)
  const turn = random.int(3, 7) * (random.chance(0.5) ? 1 : -1)
  const fills = [paper, second, paper, second, main, second, main, main, ink]
  const rings = fills.map((fill, i) => {
    const scale = (8.4 * 0.76 ** i).toFixed(2)
    return `<use href="#ring" transform="translate(${x} ${y}) rotate(${i * turn}) scale(${scale})" fill="${fill}"/>`
  })
  const marks = Array.from({ length: 3 }, () =>
    disc(random.int(120, 1080), random.int(120, 680), random.int(12, 20), accent),
  )
  return [
    `<defs><path id="ring" d="${outline}" stroke="${ink}" stroke-width="3" vector-effect="non-scaling-stroke"/></defs>`,
    ground(second),
    ...rings,
    ...marks,
  ].join('')
}

import { disc, ground, line, type Motif } from './motif'

/** Rows of rolling waves, each row a little larger and darker than the one behind it. */
export const waves: Motif = (random, { paper, ink, main, second, accent }) => {
  const fills = [second, main, second, main, ink]
  const rows = fills.map((fill, i) => {
    const length = 150 + i * 34
    const height = 26 + i * 9
    const top = 290 + i * 104
    const start = -random.int(0, length)
    const count = Math.ceil((1200 - start) / length)
    const crest = `M${start} ${top}` + `q${length / 2} ${height * 2} ${length} 0`.repeat(count)
    const foam = [14, 30]
      .map((dy) => `<g transform="translate(0 ${dy + i * 4})">${line(crest, paper, 4)}</g>`)
      .join('')
    return `<path fill="${fill}" d="${crest}V800H${start}z"/>${foam}`
  })
  return [
    ground(paper),
    disc(random.int(200, 1000), random.int(150, 230), random.int(70, 110), accent),
    ...rows,
  ].join('')
}

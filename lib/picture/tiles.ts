import { disc, dotScreen, ground, overprint, type Motif } from './motif'

/** A wall of tiles: quarter circles, leaves, triangles and discs, four by six. */
export const tiles: Motif = (random, { paper, ink, main, second, accent }) => {
  const screen = dotScreen(ink, 14, 3)
  const shapes = [
    'M0 0h200a200 200 0 0 1-200 200z',
    'M0 0a200 200 0 0 1 200 200a200 200 0 0 1-200-200z',
    'M0 0h200L0 200z',
    'M0 0h200v100a100 100 0 0 1-200 0z',
    'M0 0h200v200H0z',
  ] as const
  const fills = [main, main, second, second, ink, accent] as const
  let wall = ''
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 6; column++) {
      if (random.chance(0.14)) continue
      const shape = random.int(0, 11) % shapes.length
      const corner = `translate(${column * 200} ${row * 200})`
      const turn = random.int(0, 3) * 90
      wall += `<use href="#s${shape}" transform="${corner} rotate(${turn} 100 100)" fill="${random.pick(fills)}"/>`
    }
  }
  return [
    screen.definition,
    `<defs>${shapes.map((d, i) => `<path id="s${i}" d="${d}"/>`).join('')}</defs>`,
    ground(paper),
    wall,
    disc(random.int(1, 5) * 200, random.int(1, 3) * 200, 100, accent),
    `<circle cx="${random.int(1, 5) * 200}" cy="${random.int(1, 3) * 200}" r="200" fill="${screen.fill}"${overprint}/>`,
  ].join('')
}

import { box, disc, dotScreen, ground, line, overprint, type Motif } from './motif'

/** A still life: bowls and fruit on a table. */
export const table: Motif = (random, { paper, ink, main, second, accent }) => {
  const screen = dotScreen(ink, 13, 3)
  const edge = random.int(540, 600)
  const foot = edge + 60
  const bowl = (x: number, radius: number, fill: string): string => {
    const shape = `M${x - radius} ${foot - radius}h${radius * 2}a${radius} ${radius} 0 0 1-${radius * 2} 0z`
    const shade = `M${x} ${foot - radius}h${radius}a${radius} ${radius} 0 0 1-${radius} ${radius}z`
    return (
      `<path fill="${fill}" d="${shape}"/><path fill="${screen.fill}" d="${shade}"/>` +
      box(x - radius / 2, foot - 12, radius, 18, fill)
    )
  }
  const fruit = (x: number, y: number, radius: number, fill: string): string =>
    disc(x, y, radius, fill) +
    `<path d="M${x} ${y - radius}a${radius} ${radius} 0 0 1 0 ${radius * 2}z" fill="${screen.fill}"${overprint}/>` +
    line(`M${x} ${y - radius + 8}q4 -34 30 -44`, ink, 7, ' stroke-linecap="round"')
  const left = random.int(300, 420)
  const right = random.int(760, 900)
  const large = random.int(170, 220)
  const small = random.int(100, 140)
  const [a, b] = random.chance(0.5) ? [left, right] : [right, left]
  const rim = foot - large
  return [
    screen.definition,
    ground(paper),
    disc(random.int(200, 1000), 190, random.int(110, 170), second),
    box(0, edge, 1200, 800 - edge, second),
    box(0, edge, 1200, 8, ink),
    fruit(a - 90, rim - 22, 78, accent),
    fruit(a + 80, rim - 12, 66, main),
    fruit(a, rim - 40, 84, random.pick([accent, main])),
    bowl(a, large, ink),
    bowl(b, small, main),
    fruit(b + (a > b ? -1 : 1) * random.int(190, 220), foot - 30, random.int(52, 70), accent),
  ].join('')
}

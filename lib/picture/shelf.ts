import { box, dotScreen, ground, type Motif } from './motif'

/** Book spines on two shelves, a few of them leaning, some gaps where one was taken out. */
export const shelf: Motif = (random, { paper, ink, main, second, accent }) => {
  const screen = dotScreen(ink, 14, 3)
  const row = (floor: number): string => {
    // One path per ink keeps a full shelf small.
    const inked = new Map<string, string>()
    const add = (fill: string, x: number, y: number, width: number, height: number): void => {
      inked.set(fill, `${inked.get(fill) ?? ''}M${x} ${y}h${width}v${height}h-${width}z`)
    }
    let bands = ''
    let leaning = ''
    let x = random.int(20, 70)
    while (x < 1130) {
      const width = random.int(42, 84)
      const height = random.int(210, 320)
      const top = floor - height
      const fill = random.pick([main, main, second, second, ink, accent])
      if (random.chance(0.1)) {
        leaning += `<g transform="rotate(9 ${x} ${floor})">${box(x, top, width, height, fill)}</g>`
        x += width + random.int(60, 90)
        continue
      }
      add(fill, x, top, width, height)
      bands += `M${x} ${top + random.int(24, 60)}h${width}v${random.int(8, 30)}h-${width}z`
      x += width + random.pick([3, 3, 3, 3, 50])
    }
    const spines = [...inked].map(([fill, d]) => `<path fill="${fill}" d="${d}"/>`).join('')
    const labels = `<path fill="${paper}" d="${bands}"/><path fill="${screen.fill}" d="${bands}"/>`
    return `${spines}${labels}${leaning}${box(0, floor, 1200, 20, ink)}`
  }
  return [screen.definition, ground(paper), row(376), row(770)].join('')
}

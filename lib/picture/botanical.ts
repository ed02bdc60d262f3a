import { disc, dotScreen, ground, line, overprint, type Motif } from './motif'

/** Pressed stems with paired leaves, printed slightly out of register. */
export const botanical: Motif = (random, { paper, ink, main, second, accent }) => {
  const screen = dotScreen(ink, 13, 3)
  const stem = (x: number, height: number, fill: string): string => {
    const lean = random.int(-70, 70)
    const pairs = random.int(4, 6)
    let leaves = ''
    for (let i = 1; i <= pairs; i++) {
      const t = i / (pairs + 0.6)
      const size = (1.25 - t * 0.75).toFixed(2)
      const px = Math.round(lean * t * t)
      const py = Math.round(-height * t)
      const turn = Math.round(lean / 8) + random.int(-9, 9)
      leaves += `<use href="#pair" transform="translate(${px} ${py}) rotate(${turn}) scale(${size})"/>`
    }
    const tip = `${lean} ${-height}`
    return (
      `<g transform="translate(${x} 820)" fill="${fill}"${overprint}>` +
      line(`M0 0Q0 ${-height / 2} ${tip}`, ink, 6) +
      `${leaves}${disc(lean, -height, random.int(16, 34), accent)}</g>`
    )
  }
  const length = random.int(150, 210)
  const width = random.int(50, 90)
  const spread = random.int(36, 58)
  const half = `M0 0C${width} ${-length / 3} ${width} ${(-length * 2) / 3} 0 ${-length}`
  return [
    screen.definition,
    `<defs><g id="leaf"><path d="${half}C${-width} ${(-length * 2) / 3} ${-width} ${-length / 3} 0 0"/>`,
    `<path fill="${screen.fill}" d="${half}z"/></g>`,
    `<g id="pair"><use href="#leaf" transform="rotate(${spread})"/>`,
    `<use href="#leaf" transform="rotate(${-spread})"/></g></defs>`,
    ground(paper),
    disc(random.int(300, 900), random.int(260, 420), random.int(200, 280), second),
    stem(random.int(210, 320), random.int(480, 620), main),
    stem(random.int(540, 660), random.int(600, 700), main),
    stem(random.int(880, 1000), random.int(440, 620), main),
  ].join('')
}

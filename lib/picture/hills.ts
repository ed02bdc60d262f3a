import { curveThrough, disc, dotScreen, ground, line, type Motif } from './motif'

/** Ridges behind ridges under a low sun, the nearest ones with contour lines. */
export const hills: Motif = (random, { paper, ink, main, second, accent }) => {
  const screen = dotScreen(main, 16, 4)
  const ridge = (base: number, height: number): string =>
    curveThrough(Array.from({ length: 6 }, () => base - random.int(0, height)))
  const slope = (path: string, fill: string): string => `<path fill="${fill}" d="${path}V800H0z"/>`
  const far = ridge(430, 150)
  const near = ridge(720, 150)
  const contours = [34, 68, 102, 136, 170].map(
    (dy) => `<use href="#near" y="${dy}" fill="none" stroke="${paper}" stroke-width="3"/>`,
  )
  return [
    screen.definition,
    ground(paper),
    disc(random.int(220, 980), random.int(170, 280), random.int(80, 130), accent),
    slope(far, second),
    slope(far, screen.fill),
    slope(ridge(560, 150), main),
    slope(near, ink),
    `<defs><path id="near" d="${near}"/></defs>`,
    ...contours,
    line(ridge(350, 60), main, 3),
  ].join('')
}

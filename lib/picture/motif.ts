import type { Palette } from './palettes'
import type { Random } from './random'

/** Draws one kind of scene on a 1200 × 800 sheet; gives SVG elements, the ground included. */
export type Motif = (random: Random, palette: Palette) => string

/** Covers the whole sheet with one colour. */
export const ground = (fill: string): string => `<path fill="${fill}" d="M0 0h1200v800H0z"/>`

/** A filled circle. */
export const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`

/** A filled rectangle. */
export const box = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<path fill="${fill}" d="M${x} ${y}h${width}v${height}h${-width}z"/>`

/** Lines without a fill, along the given path data. */
export const line = (d: string, stroke: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}"${more}/>`

/** The attribute that lets one ink darken another where they overlap, as in print. */
export const overprint = ' style="mix-blend-mode:multiply"'

/** A dot screen to fill shapes with: `definition` goes into the picture, `fill` into a shape. */
export function dotScreen(
  colour: string,
  pitch: number,
  radius: number,
): { definition: string; fill: string } {
  const definition =
    `<pattern id="dots" width="${pitch}" height="${pitch}" patternUnits="userSpaceOnUse" ` +
    `patternTransform="rotate(30)">${disc(pitch / 2, pitch / 2, radius, colour)}</pattern>`
  return { definition, fill: 'url(#dots)' }
}

/** An open curve through evenly spaced heights, from the left edge of the sheet to the right. */
export function curveThrough(heights: readonly number[]): string {
  const step = Math.round(1200 / (heights.length - 1))
  const half = Math.round(step / 2)
  return heights
    .map((y, i) => (i === 0 ? `M0 ${y}` : `S${i * step - half} ${y} ${i * step} ${y}`))
    .join('')
    .replace(/^(M0 (-?\d+))S/, '$1C' + `${half} $2 `)
}

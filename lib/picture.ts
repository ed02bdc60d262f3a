import { botanical } from './picture/botanical'
import { branches } from './picture/branches'
import { chart } from './picture/chart'
import { contours } from './picture/contours'
import { halftone } from './picture/halftone'
import { hills } from './picture/hills'
import { lens } from './picture/lens'
import { lines } from './picture/lines'
import type { Motif } from './picture/motif'
import { orbits } from './picture/orbits'
import { palettes } from './picture/palettes'
import { seededRandom } from './picture/random'
import { shelf } from './picture/shelf'
import { skyline } from './picture/skyline'
import { strata } from './picture/strata'
import { sunset } from './picture/sunset'
import { table } from './picture/table'
import { tiles } from './picture/tiles'
import { traces } from './picture/traces'
import { tumblers } from './picture/tumblers'
import { waves } from './picture/waves'

type Motifs = readonly [Motif, ...Motif[]]

/** The scenes that suit a topic; the key is the beginning of a picture's name. */
const motifsOfTopic: readonly (readonly [topic: string, motifs: Motifs])[] = [
  ['ai', [halftone, branches, tiles]],
  ['archaeology', [strata, strata, contours]],
  ['books', [shelf]],
  ['chips', [traces]],
  ['cities', [skyline, skyline, tiles]],
  ['climate', [hills, contours, sunset]],
  ['computer-vision', [lens, lens, halftone]],
  ['design', [tiles]],
  ['economy', [chart]],
  ['energy', [sunset, chart, hills]],
  ['food', [table, table, botanical]],
  ['health', [botanical]],
  ['labour', [tiles, skyline]],
  ['neuroscience', [branches]],
  ['oceans', [waves, waves, sunset]],
  ['open-source', [tiles, branches, traces]],
  ['privacy', [lens, tumblers, halftone]],
  ['security', [tumblers]],
  ['space', [orbits]],
  ['transport', [lines]],
]

const anyMotif: Motifs = [hills, contours, sunset, waves, halftone, tiles, botanical, branches]

function motifsFor(name: string): Motifs {
  const match = motifsOfTopic.find(([topic]) => name === topic || name.startsWith(`${topic}-`))
  return match ? match[1] : anyMotif
}

/**
 * Draws the picture that belongs to a name.
 *
 * Takes any text; a name that begins with a topic's slug (`climate-peatland-survey`) gets a scene
 * that suits the topic, any other name a general one. Gives a whole SVG document of at most 3 kB
 * without any text in it. The same name always gives the same picture.
 */
export function drawPicture(name: string): string {
  const random = seededRandom(name)
  const motif = random.pick(motifsFor(name))
  const scene = motif(random, random.pick(palettes))
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" ' +
    `preserveAspectRatio="xMidYMid slice">${scene}</svg>`
  )
}

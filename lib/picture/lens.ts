import { disc, dotScreen, ground, line, type Motif } from './motif'

/** An eye that is also a lens, inside the corner marks of a viewfinder. */
export const lens: Motif = (random, { paper, ink, main, second, accent }) => {
  const night = random.chance(0.4)
  const screen = dotScreen(night ? main : second, 18, 5)
  const iris = random.int(150, 190)
  const open = random.int(250, 320)
  const gazeX = 600 + random.int(-60, 60)
  const almond = `M140 400Q600 ${400 - open * 1.5} 1060 400Q600 ${400 + open * 1.5} 140 400z`
  const spokes = random.int(14, 22)
  const arc = Math.round((2 * Math.PI * iris * 0.74) / spokes)
  const corners = 'M70 190V70H190M1010 70h120V190M1130 610V730H1010M190 730H70V610'
  const stroke = night ? paper : ink
  return [
    screen.definition,
    ground(night ? ink : paper),
    ground(screen.fill),
    `<path fill="${night ? second : paper}" d="${almond}"/>`,
    line(almond, stroke, 10),
    disc(gazeX, 400, iris, main),
    line(
      `M${gazeX - iris * 0.74} 400a${iris * 0.74} ${iris * 0.74} 0 1 1 0 1`,
      night ? ink : second,
      Math.round(iris * 0.34),
      ` stroke-dasharray="${Math.round(arc * 0.3)} ${Math.round(arc * 0.7)}"`,
    ),
    disc(gazeX, 400, Math.round(iris * 0.5), ink),
    disc(gazeX + 34, 366, random.int(18, 28), accent),
    line(corners, accent, 12),
    line(`M${random.int(200, 1000)} 110V690`, accent, 4, ' stroke-dasharray="22 16"'),
  ].join('')
}

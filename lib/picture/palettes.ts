/** Five inks that print well together. */
export interface Palette {
  /** The sheet: light and never pure white, so that a picture keeps its edge on a white page. */
  paper: string
  /** The darkest ink, also the ground of night scenes. */
  ink: string
  /** Covers the largest areas. */
  main: string
  /** Answers the main colour. */
  second: string
  /** Used sparingly. */
  accent: string
}

const palette = (
  paper: string,
  ink: string,
  main: string,
  second: string,
  accent: string,
): Palette => ({ paper, ink, main, second, accent })

/** The palettes that a picture may be printed in. */
export const palettes: readonly [Palette, ...Palette[]] = [
  palette('#e9dec7', '#263a45', '#5d8a8c', '#c9b48a', '#d0643f'),
  palette('#e4d9c4', '#2f2d3d', '#7b7fa3', '#b9a7a0', '#d99a3d'),
  palette('#dfe0cf', '#243b33', '#6f9172', '#b7b888', '#d3703f'),
  palette('#ecdccb', '#3a2a2e', '#b8604f', '#d9a98a', '#3f7279'),
  palette('#d9dedb', '#22344d', '#54789b', '#a3b7ba', '#e0a33e'),
  palette('#eadfc2', '#3b3327', '#c08c3a', '#d8bf83', '#47707d'),
  palette('#e3dbd5', '#33293a', '#86648a', '#c2a5ac', '#dd8a4c'),
  palette('#dcdccc', '#2a3533', '#4f7f7d', '#a9b29a', '#cf5a4a'),
  palette('#e8d9cf', '#28343c', '#cf7d66', '#8fa9a6', '#efc368'),
  palette('#d8dbd2', '#2b2f3a', '#7d8b6a', '#c4a877', '#a8433b'),
]

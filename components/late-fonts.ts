const loaded: FontFace[] = []

/**
 * Fetches the fonts that the styles name, without showing them: those that
 * missed the first paint would otherwise be missing until a page is loaded whole.
 */
export async function fetchLateFonts(): Promise<void> {
  // Those of other hosts, which extensions put in, may not be read.
  const ours = [...document.styleSheets].filter(({ href }) =>
    (href ?? location.origin).startsWith(location.origin),
  )
  const rules = ours.flatMap(({ cssRules }) => [...cssRules])
  const faces = rules
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map(({ style }) => {
      const read = (name: string) => style.getPropertyValue(name)
      return new FontFace(read('font-family'), read('src'), { weight: read('font-weight') })
    })
  // What does not arrive stays with the system's fonts.
  await Promise.allSettled(faces.map(async (face) => loaded.push(await face.load())))
}

/** Shows what was fetched, from the next paint on: where the page is another one, nothing moves under the reader. */
export function showLateFonts(): void {
  for (const face of loaded.splice(0)) document.fonts.add(face)
}

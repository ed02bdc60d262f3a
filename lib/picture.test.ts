import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPicture } from './picture'

const topics = [
  ...['ai', 'archaeology', 'books', 'chips', 'cities', 'climate', 'computer-vision', 'design'],
  ...['economy', 'energy', 'food', 'health', 'labour', 'neuroscience', 'oceans', 'open-source'],
  ...['privacy', 'security', 'space', 'transport', 'weather'],
]

const names = fc.oneof(
  fc.string(),
  fc
    .tuple(fc.constantFrom(...topics), fc.stringMatching(/^[a-z0-9-]{1,60}$/))
    .map(([topic, rest]) => `${topic}-${rest}`),
)

/** Gives the names of elements that are open at the end, or `null` when tags do not match. */
function openElements(svg: string): string[] | null {
  const open: string[] = []
  for (const [, closing, name, attributes] of svg.matchAll(/<(\/?)([a-z]+)([^<>]*)>/gi)) {
    if (closing) {
      if (open.pop() !== name) return null
    } else if (name !== undefined && !attributes?.endsWith('/')) {
      open.push(name)
    }
  }
  return open
}

describe('a picture', () => {
  it('is the same for the same name', () => {
    fc.assert(fc.property(names, (name) => drawPicture(name) === drawPicture(name)))
  })

  it('is well formed and at most 3 kB for any name', () => {
    fc.assert(
      fc.property(names, (name) => {
        const svg = drawPicture(name)
        expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 1200 800"/)
        expect(openElements(svg)).toEqual([])
        expect(svg.replace(/<[a-z/][^<>]*>/g, '')).toBe('')
        expect(svg).not.toMatch(/NaN|undefined|Infinity/)
        expect(new TextEncoder().encode(svg).length).toBeLessThanOrEqual(3000)
      }),
      { numRuns: 500 },
    )
  })

  it('never repeats its name, whatever stands in it', () => {
    expect(drawPicture('<script>alert(1)</script>')).not.toContain('script')
  })

  it('holds no text, script or address of anything outside itself', () => {
    for (const topic of topics) {
      const svg = drawPicture(`${topic}-sample`)
      expect(svg).not.toMatch(/<(text|script|image|foreignObject)|href="(?!#)|url\((?!#)/)
    }
  })

  it('differs from the pictures of other names', () => {
    const pictures = topics.flatMap((topic) =>
      Array.from({ length: 40 }, (_, i) => drawPicture(`${topic}-${i}`)),
    )
    expect(new Set(pictures).size).toBe(pictures.length)
  })

  it('suits its topic: pictures about one topic share scenes, and another topic has others', () => {
    const planets = /<ellipse/
    for (let i = 0; i < 20; i++) {
      expect(drawPicture(`space-${i}`)).toMatch(planets)
      expect(drawPicture(`cities-${i}`)).not.toMatch(planets)
    }
  })
})

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { THEME_COLORS } from '@/lib/reader/theme-colors'

type Colors = Record<string, string>

const read = (file: string) => readFile(path.join(import.meta.dirname, file), 'utf8')

/** The colours of each theme, as the styles have them. */
async function themes(): Promise<Record<keyof typeof THEME_COLORS, Colors>> {
  const pairs = (await read('tokens.css')).matchAll(/--color-(\w+): light-dark\((#\w+), (#\w+)\)/g)
  const sepia = (await read('themes.css')).matchAll(/--color-(\w+): (#\w+)/g)
  const both = [...pairs].map(([, name = '', light = '', dark = '']) => ({ name, light, dark }))
  return {
    light: Object.fromEntries(both.map(({ name, light }) => [name, light])),
    dark: Object.fromEntries(both.map(({ name, dark }) => [name, dark])),
    sepia: Object.fromEntries([...sepia].map(([, name = '', color = '']) => [name, color])),
  }
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [one, other].map(luminance).sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each(['light', 'dark', 'sepia'] as const)('in %s colours', (theme) => {
  test('letters can be read on paper and on tinted paper, as WCAG AA asks', async () => {
    const colors = (await themes())[theme]
    for (const paper of ['paper', 'tint']) {
      for (const [letters, least] of Object.entries({
        ink: 7,
        muted: 4.5,
        heat: 4.5,
        focus: 4.5,
      })) {
        const found = contrast(colors[letters] ?? '', colors[paper] ?? '')
        expect(found, `${letters} on ${paper}`).toBeGreaterThanOrEqual(least)
      }
    }
    expect(contrast(colors.ink ?? '', colors.mark ?? '')).toBeGreaterThanOrEqual(7)
  })

  test('fields stand out from the paper', async () => {
    const { field = '', paper = '' } = (await themes())[theme]
    expect(contrast(field, paper)).toBeGreaterThanOrEqual(3)
  })

  test('no colour is left out, and the browser’s own parts have the paper’s', async () => {
    const all = await themes()
    expect(Object.keys(all[theme]).sort()).toEqual(Object.keys(all.light).sort())
    expect(all[theme].paper).toBe(THEME_COLORS[theme])
  })
})

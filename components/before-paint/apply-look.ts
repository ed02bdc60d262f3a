import type { ScriptFacts } from './script-facts'
import type { watchSettings } from './watch-settings'

/** Sets on `<html>` what the styles go by: theme, density, size of the letters, and what there is to show. */
export function applyLook(facts: ScriptFacts, watch: typeof watchSettings): void {
  const root = document.documentElement
  const themeColor = document.createElement('meta')
  themeColor.name = 'theme-color'
  const setMark = (name: string, value: string | false | undefined) => {
    if (value === undefined || value === false) root.removeAttribute(`data-${name}`)
    else root.setAttribute(`data-${name}`, value)
  }
  setMark('js', '')
  watch(facts, ({ theme = '', density, textSize, ...lists }) => {
    const isAny = (...names: (keyof typeof lists)[]) =>
      names.some((name) => Array.isArray(lists[name]) && lists[name].length > 0)
    const color = facts.themeColors[theme]
    setMark('theme', color !== undefined && theme)
    setMark('density', density)
    setMark('follows', isAny('followedTopics', 'followedSources') && '')
    setMark('mutes', isAny('mutedTopics', 'mutedSources', 'mutedWords') && '')
    root.style.setProperty('--text-size', textSize === undefined ? '' : `${textSize / 100}`)
    themeColor.remove()
    if (color === undefined) return
    themeColor.content = color
    // Of several that fit, browsers take the first.
    document.head.prepend(themeColor)
  })
}

import type { ScriptFacts } from './script-facts'
import type { watchSettings } from './watch-settings'

/**
 * Leads a reader who comes from outside to the language and the order that they
 * have chosen. Not whoever follows a link here, goes back or reloads: they are
 * where they want to be.
 */
export function leadOn(facts: ScriptFacts, watch: typeof watchSettings): void {
  watch(facts, ({ language, sort = '' }, isOpening) => {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const isInside = visit?.type !== 'navigate' || document.referrer.startsWith(location.origin)
    if (!isOpening || isInside) return
    const { pathname, search, hash } = location
    const [, first = '', ...rest] = pathname.split('/')
    const isPrefixed = facts.prefixes.includes(first)
    const isFront = (isPrefixed || first === '') && rest.length === 0
    const isWanted = !isPrefixed && language && facts.prefixes.includes(language)
    const prefix = isWanted ? `/${language}` : ''
    const path = prefix && isFront ? prefix : prefix + pathname
    const query = isFront && search === '' && facts.sorts.includes(sort) ? `?sort=${sort}` : search
    if (path + query === pathname + search) return
    document.documentElement.style.visibility = 'hidden'
    location.replace(path + query + hash)
  })
}

/** How the reader came to the page that is shown: the document loaded, a link was followed, or back and forward. */
export type NavigationKind = 'load' | 'push' | 'traverse'

let kind: NavigationKind = 'load'

/** How the present page was reached. */
export function navigationKind(): NavigationKind {
  return kind
}

/** Told before a link is followed. */
export function aboutToPush(): void {
  kind = 'push'
}

/** Watches for back and forward until the signal ends it. */
export function watchTraversal(signal: AbortSignal): void {
  addEventListener('popstate', () => (kind = 'traverse'), { signal, capture: true })
}

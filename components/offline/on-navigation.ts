/** Calls back whenever the reader has come to another page without loading a document; never in older browsers. */
export function onNavigation(listener: () => void, signal: AbortSignal): void {
  const { navigation } = window as Partial<Pick<Window, 'navigation'>>
  navigation?.addEventListener('currententrychange', listener, { signal })
}

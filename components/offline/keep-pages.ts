import type { SavedDetail } from '@/components/reader/saved-news'
import { localePath, splitLocale } from '@/lib/locale'
import { NOT_KEPT } from '@/lib/offline'
import { onNavigation } from './on-navigation'
import { askWorker, tellWorker } from './worker-link'

/** Pages that open without a line even if the reader has never been there. */
const ALWAYS = [NOT_KEPT, '/saved', '/settings']

/** Who leaves a page sooner has not read it, in milliseconds. */
const GLANCE = 1_500

/**
 * Has the worker keep what the reader may want without a line: the pages that
 * they see, in their language those of {@link ALWAYS}, and saved stories.
 *
 * @param signal ends it
 */
export function keepPages(signal: AbortSignal): void {
  const keepAlways = () => {
    const { locale } = splitLocale(location.pathname)
    void tellWorker({ type: 'always', hrefs: ALWAYS.map((path) => localePath(locale, path)) })
  }
  keepAlways()
  // A new version of the worker has let go of them.
  navigator.serviceWorker.addEventListener('controllerchange', keepAlways, { signal })
  keepSeen(signal)
  keepSaved(signal)
}

function keepSeen(signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const see = () => {
    clearTimeout(timer)
    const { href } = location
    timer = setTimeout(() => {
      if (location.href !== href) return
      void tellWorker({ type: 'seen', href: withoutHash(href), pictures: shownPictures() })
    }, GLANCE)
  }
  if (!cameThroughWorker()) see()
  // Browsers without this keep the pages that are loaded whole.
  onNavigation(see, signal)
}

/** Whether the document was fetched by the worker, which has kept it then. */
function cameThroughWorker(): boolean {
  const [loaded] = performance.getEntriesByType('navigation')
  return loaded instanceof PerformanceNavigationTiming && loaded.workerStart > 0
}

/** Those that have arrived, perhaps before there was a worker to keep them. */
function shownPictures(): string[] {
  const shown = [...document.images].filter((image) => image.naturalWidth > 0)
  return shown.map(({ currentSrc }) => currentSrc)
}

function withoutHash(href: string): string {
  return href.replace(/#.*$/, '')
}

function keepSaved(signal: AbortSignal): void {
  const on = (type: string, tell: (detail: SavedDetail) => void) => {
    const listen = ({ detail }: CustomEvent<SavedDetail>) => tell(detail)
    addEventListener(type, listen as EventListener, { signal })
  }
  on('hotsheet:saved', ({ waitFor, ...story }) => waitFor(askWorker({ type: 'saved', story })))
  on('hotsheet:unsaved', ({ id }) => void tellWorker({ type: 'unsaved', id }))
}

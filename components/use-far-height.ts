import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * Tells when an element is far out of view.
 *
 * @param element what is watched
 * @param margin how far from the view that is, as an IntersectionObserver takes it
 * @param isWatched while false, the last answer holds and nothing is measured
 * @returns the height that it had when it went far away, in pixels; null while it is near
 */
export function useFarHeight(
  element: React.RefObject<HTMLElement | null>,
  margin: string,
  isWatched = true,
): number | null {
  const [height, setHeight] = useState<number | null>(null)

  useEffect(() => {
    if (!element.current || !isWatched) return
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1)
        if (!entry) return
        const { isIntersecting, boundingClientRect } = entry
        // At once, so that a reader who jumps here never sees the headlines alone.
        flushSync(() => setHeight(isIntersecting ? null : boundingClientRect.height))
      },
      { rootMargin: margin },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element, margin, isWatched])

  return height
}

'use client'

/** A list of links among which the arrow keys move, as along a scale. */
export function ArrowKeys({ children }: { children: React.ReactNode }) {
  return <ol onKeyDown={moveFocus}>{children}</ol>
}

function moveFocus(event: React.KeyboardEvent<HTMLOListElement>): void {
  const list = event.currentTarget
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const links = [...list.querySelectorAll('a')]
  const forwards = getComputedStyle(list).direction === 'rtl' ? -step : step
  const next = links[links.findIndex((link) => link === document.activeElement) + forwards]
  if (!next) return
  event.preventDefault()
  next.focus()
}

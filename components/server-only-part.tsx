'use client'

/**
 * What only the server renders, unseen. The browser takes it as text that is not its own:
 * it neither compares nor renders it.
 */
export function ServerOnlyPart({ children }: { children: React.ReactNode }) {
  if (typeof window === 'undefined') return <div hidden>{children}</div>
  return <div hidden suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
}

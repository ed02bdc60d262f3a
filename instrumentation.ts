/** Called by Next once, when a server starts. */
export async function register(): Promise<void> {
  const serving =
    process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build'
  if (!serving) return
  const { keepInStep } = await import('@/lib/queries/revalidate-self')
  keepInStep()
}

'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'

/**
 * How long a list that nothing shows is stored (ms). On the server nothing may wait for that:
 * each timer would keep a rendered page and its request in memory for half an hour.
 */
const UNUSED_FOR = typeof window === 'undefined' ? Infinity : 30 * 60 * 1000

/** Keeps what was loaded while scrolling, so that going back shows it again without asking. */
export function QueryProvider({ children }: { children: React.ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: Infinity, gcTime: UNUSED_FOR, refetchOnWindowFocus: false },
        },
      }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

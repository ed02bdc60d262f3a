'use client'

import { createContext, use } from 'react'

/** Whether the reader flies past: what takes long to put into the page is then left out. */
export const FlownPast = createContext(false)

/** Parts of a story that nobody sees or needs in passing; by themselves, so that the story is not rendered again for them. */
export function UnlessFlownPast({ children }: { children: React.ReactNode }) {
  return use(FlownPast) ? null : children
}

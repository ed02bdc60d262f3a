import type { Metadata } from 'next'
import { MissingPage, missingMetadata } from '@/components/missing-page'

// The one page for all names that the content does not have; proxy.ts leads here.
export const ensureStatic = 'navigation'

export function generateMetadata(): Promise<Metadata> {
  return missingMetadata()
}

export default function NamesNothing() {
  return <MissingPage />
}

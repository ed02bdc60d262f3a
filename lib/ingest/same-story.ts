import type { DocumentContent } from '@/lib/document'

type Story = Pick<DocumentContent, 'canonicalUrl' | 'title' | 'publishedAt'>

/**
 * Whether two documents of one name, from different folders, are versions of one document: they
 * describe the article at one address, or agree in title and date. One of the two is enough where
 * neither has an address.
 */
export function isSameStory(stored: Story, incoming: Story): boolean {
  const sameTitle = stored.title === incoming.title
  const sameDate = stored.publishedAt.getTime() === incoming.publishedAt.getTime()
  if (!hasAddress(stored) && !hasAddress(incoming)) return sameTitle || sameDate
  return stored.canonicalUrl === incoming.canonicalUrl || (sameTitle && sameDate)
}

/** The identity of an article without an address is made of its document's name. */
export function hasAddress({ canonicalUrl }: Pick<Story, 'canonicalUrl'>): boolean {
  return !canonicalUrl.startsWith('document:')
}

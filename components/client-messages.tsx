import type { Messages } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { MoreMessages } from './more-messages'

interface ClientMessagesProps {
  /** Areas of the catalogue that components below need in the browser. */
  namespaces: (keyof Messages)[]
  children: React.ReactNode
}

/** Sends some areas of the catalogue with the page, for the client components inside, besides those of the layout. */
export async function ClientMessages({ namespaces, children }: ClientMessagesProps) {
  const catalogue = await getMessages()
  const messages = Object.fromEntries(namespaces.map((name) => [name, catalogue[name]]))
  return <MoreMessages messages={messages}>{children}</MoreMessages>
}

'use client'

import { NextIntlClientProvider, useLocale, useMessages, type Messages } from 'next-intl'
import { useMemo } from 'react'

interface MoreMessagesProps {
  messages: Partial<Messages>
  children: React.ReactNode
}

/** Gives components messages besides those that they have already. */
export function MoreMessages({ messages, children }: MoreMessagesProps) {
  const known = useMessages()
  const all = useMemo(() => ({ ...known, ...messages }), [known, messages])
  return (
    <NextIntlClientProvider locale={useLocale()} messages={all}>
      {children}
    </NextIntlClientProvider>
  )
}

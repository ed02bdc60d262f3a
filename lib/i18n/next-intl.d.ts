import type { Locale } from '@/lib/locale'
import type messages from '@/messages/en.json'

// Makes a missing or misspelt message an error of types.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof messages
  }
}

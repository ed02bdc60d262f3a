import 'server-only'
import type { Suggestions } from '@/lib/article'
import { readFrom } from '@/lib/store/read'
import { suggestSpelling } from '@/lib/store/search/spelling'
import { listSuggestions } from '@/lib/store/search/suggestions'
import { livesWithContent } from './content'

/** Topics, sources and headlines that begin as the text does. */
export async function getSuggestions(text: string): Promise<Suggestions> {
  'use cache'
  livesWithContent()
  return readFrom((database) => listSuggestions(database, text))
}

/** A search that found nothing, spelt so that it finds something; null when none is near. */
export async function getSpelling(q: string): Promise<string | null> {
  'use cache'
  livesWithContent()
  return readFrom((database) => suggestSpelling(database, q))
}

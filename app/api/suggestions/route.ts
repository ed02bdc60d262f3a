import type { NextRequest } from 'next/server'
import { jsonResponse } from '@/app/api/json-response'
import { getSuggestions } from '@/lib/queries/search'
import { canonicalSearchText } from '@/lib/search/search-text'

/** What `q` may become, as `{ topics, sources, stories }`; all are empty for less than two letters. */
export async function GET(request: NextRequest): Promise<Response> {
  const text = canonicalSearchText(request.nextUrl.searchParams.getAll('q').join(' '))
  return jsonResponse(request, await getSuggestions(text))
}

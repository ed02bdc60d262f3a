import type { NextRequest } from 'next/server'
import { problemResponse } from '@/app/api/problem'
import { getArticle } from '@/lib/queries/articles'

/** Leads to where an article is read, or to its page here where no document says that. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/api/articles/[id]/original'>,
): Promise<Response> {
  const { id } = await params
  const article = await getArticle(id)
  if (article) {
    const headers = {
      // A header holds no letters of other scripts; documents give addresses as people write them.
      Location: URL.parse(article.url ?? '')?.href ?? article.href,
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    }
    return new Response(null, { status: 307, headers })
  }
  return problemResponse({
    status: 404,
    title: 'Unknown article',
    detail: `There is no article with the id "${id}".`,
  })
}

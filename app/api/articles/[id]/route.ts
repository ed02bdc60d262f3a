import type { NextRequest } from 'next/server'
import { jsonResponse } from '@/app/api/json-response'
import { problemResponse } from '@/app/api/problem'
import { getArticle } from '@/lib/queries/articles'

/** An article with all that its page shows. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/api/articles/[id]'>,
): Promise<Response> {
  const { id } = await params
  const article = await getArticle(id)
  if (article) return jsonResponse(request, article)
  return problemResponse({
    status: 404,
    title: 'Unknown article',
    detail: `There is no article with the id "${id}".`,
  })
}

import type { NextRequest } from 'next/server'
import { jsonResponse } from '@/app/api/json-response'
import { problemResponse } from '@/app/api/problem'
import { getFeed } from '@/lib/queries/feed'
import { readQuery, type QueryProblem } from './read-query'

/** A page of a feed as `{ articles, nextCursor }`, with the filters and cursors that pages have. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = readQuery(request.nextUrl.searchParams)
  if (!query.ok) return refuse(query.problem)
  const result = await getFeed(query.filter, query.cursor, query.limit)
  if (result.ok) return jsonResponse(request, result.page)
  if (result.reason === 'bad-cursor') return refuse(result.problem)
  return problemResponse({
    status: 404,
    title: 'Unknown topic',
    detail: `There is no topic "${result.slug}".`,
  })
}

function refuse({ parameter, found, expected }: QueryProblem): Response {
  return problemResponse({
    status: 400,
    title: 'Bad parameter',
    detail: `${parameter}: found "${found}", expected ${expected}.`,
    parameter,
  })
}

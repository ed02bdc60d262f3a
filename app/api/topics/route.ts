import type { NextRequest } from 'next/server'
import { jsonResponse } from '@/app/api/json-response'
import { getTopics } from '@/lib/queries/topics'

/** Every topic with stories in it as `{ topics }`, the largest first. */
export async function GET(request: NextRequest): Promise<Response> {
  return jsonResponse(request, { topics: await getTopics() })
}

import { timingSafeEqual } from 'node:crypto'
import { revalidateTag } from 'next/cache'
import { CONTENT_TAG } from '@/lib/queries/content'
import { revalidateSecret } from '@/lib/queries/revalidate-secret'

/** Makes everything that is cached void. For this very process, which alone knows the secret. */
export async function POST(request: Request): Promise<Response> {
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  const expected = Buffer.from(`Bearer ${revalidateSecret()}`)
  const known = given.length === expected.length && timingSafeEqual(given, expected)
  if (!known) return new Response(null, { status: 404 })
  revalidateTag(CONTENT_TAG, { expire: 0 })
  return new Response(null, { status: 204 })
}

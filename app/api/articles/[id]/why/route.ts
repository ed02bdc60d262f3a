import { getTranslations } from 'next-intl/server'
import type { NextRequest } from 'next/server'
import { jsonResponse } from '@/app/api/json-response'
import { problemResponse } from '@/app/api/problem'
import { explainPlace } from '@/lib/explain-place'
import { parseFeedQuery } from '@/lib/feed-url'
import { DEFAULT_LOCALE, isLocale } from '@/lib/locale'
import { getStanding } from '@/lib/queries/articles'

/**
 * Why an article stands where it stands in the feed that the query names, as
 * `{ why }`: one sentence in the language of `locale`.
 */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/api/articles/[id]/why'>,
): Promise<Response> {
  const { id } = await params
  const { searchParams } = request.nextUrl
  const wanted = searchParams.get('locale') ?? DEFAULT_LOCALE
  if (!isLocale(wanted)) return problemResponse({ ...BAD, detail: `No language "${wanted}".` })
  const parsed = parseFeedQuery(searchParams)
  if (!parsed.ok) {
    const { parameter, found, expected } = parsed.problem
    const detail = `${parameter}: found "${found}", expected ${expected}.`
    return problemResponse({ ...BAD, detail, parameter })
  }
  const standing = await getStanding(id, parsed.filter)
  if (!standing) {
    const detail = `There is no article with the id "${id}".`
    return problemResponse({ status: 404, title: 'Unknown article', detail })
  }
  const t = await getTranslations({ locale: wanted, namespace: 'rank' })
  return jsonResponse(request, { why: explainPlace(standing, { t, locale: wanted }) })
}

const BAD = { status: 400, title: 'Bad parameter' } as const

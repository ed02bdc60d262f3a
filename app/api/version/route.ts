import { connection } from 'next/server'
import { jsonResponse } from '@/app/api/json-response'
import { notYetResponse } from '@/app/api/not-yet'
import { announcedVersion } from '@/lib/queries/announce-content'

/** The version of the content as `{ version }`, for those whom `/api/events` does not reach. */
export async function GET(request: Request): Promise<Response> {
  // Nothing of it is known while the site is built.
  await connection()
  const version = announcedVersion()
  return version === null ? notYetResponse(1) : jsonResponse(request, { version }, 'no-cache')
}

import { connection } from 'next/server'
import { notYetResponse } from '@/app/api/not-yet'
import { announcedVersion, onContentAnnounced } from '@/lib/queries/announce-content'
import { contentStreams } from './content-stream'

/** So many streams are open at a time; each costs a socket and some 80 kB. */
const MOST = 1_000

/** When a client that found no room may ask again, in seconds. */
const FULL = 60

const HEADERS = {
  'Content-Type': 'text/event-stream',
  // Neither kept nor compressed on the way, which would hold events back.
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
}

const openStream = contentStreams({ announcedVersion, onContentAnnounced, most: MOST })

/** The content's version, at once and whenever it changes, as server-sent events named `content`. */
export async function GET(request: Request): Promise<Response> {
  await connection()
  const stream = openStream(request.headers.get('last-event-id'))
  if (!stream) return notYetResponse(FULL)
  return new Response(stream, { headers: HEADERS })
}

/** The headers alone. Without this, Next would open a stream that nobody reads or ends. */
export async function HEAD(): Promise<Response> {
  await connection()
  return new Response(null, { headers: HEADERS })
}

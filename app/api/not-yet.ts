/**
 * An answer that asks the client to come again later.
 *
 * @param seconds when
 */
export function notYetResponse(seconds: number): Response {
  return new Response(null, {
    status: 503,
    headers: { 'Cache-Control': 'no-store', 'Retry-After': String(seconds) },
  })
}

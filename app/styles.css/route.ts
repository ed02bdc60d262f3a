/** The styles for a page whose HTML came without them (components/inline-styles.tsx). */
export function GET(): Response {
  return new Response(process.env.HOTSHEET_STYLES ?? '', {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=60' },
  })
}

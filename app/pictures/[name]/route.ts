import { drawPicture } from '@/lib/picture'

const pictureFile = /^([a-z0-9-]{1,100})\.svg$/

/** Answers `/pictures/<name>.svg` with the picture of that name, any other path with 404. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const name = pictureFile.exec((await params).name)?.[1]
  if (name === undefined) return new Response('Not found', { status: 404 })
  return new Response(drawPicture(name), {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
      // A picture opened by itself is a document; it may style itself and do nothing else.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  })
}

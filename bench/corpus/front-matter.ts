import type { DocumentContent, PieceContent } from '@/lib/document'

/** A document's text, such that reading it gives this content again. */
export function writeSource(content: DocumentContent): string {
  const { related } = content
  const pieces = related.flatMap((piece) =>
    pieceLines(piece).map((line, i) => `${i === 0 ? '  - ' : '    '}${line}`),
  )
  const lines = ['---', ...pieceLines(content)]
  if (pieces.length > 0) lines.push('related:', ...pieces)
  return [...lines, '---', ''].join('\n')
}

function pieceLines(piece: PieceContent): string[] {
  const { provider, images, topics } = piece
  const lines = [
    `title: ${piece.title}`,
    `category: ${piece.category}`,
    `excerpt: ${piece.excerpt}`,
    `publishedDateTime: ${piece.publishedAt.toISOString()}`,
    `webUrl: ${piece.webUrl}`,
    `type: ${piece.type}`,
    `published: ${piece.published}`,
  ]
  if (piece.quality !== null) lines.push(`quality: ${piece.quality}`)
  if (piece.heat !== null) lines.push(`heat: ${piece.heat}`)
  if (provider) lines.push('provider:', `  name: ${provider.name}`, `  domain: ${provider.domain}`)
  if (topics.length > 0) lines.push('topics:', ...topics.map(({ name }) => `  - ${name}`))
  if (images.length > 0) lines.push('images:', ...images.flatMap(imageLines))
  return lines
}

function imageLines({ url, width, height, isCached }: PieceContent['images'][number]): string[] {
  return [
    `  - url: ${url}`,
    `    width: ${width}`,
    `    height: ${height}`,
    `    isCached: ${isCached}`,
  ]
}

import type { ArticleDetail } from '@/lib/article'
import { z } from './strict-zod'
import type { StoryCopy } from './story-copy'

/** A link that leads out, and never runs as a script. */
const address = z.string().regex(/^https?:\/\//i)
const pagePath = z.string().regex(/^\/articles\/[^/?#]+$/)
const pictureAddress = z.string().regex(/^(https?:\/\/|\/(?!\/))/i)

/** A moment or a calendar day. */
const date = z.union([z.iso.datetime({ offset: true }), z.iso.date()])
const score = z.number().nullable()
const size = z.number().positive().nullable()
const provider = z.object({ name: z.string(), domain: z.string() }).nullable()
const topic = z.object({ slug: z.string(), name: z.string() })
const picture = z.object({ url: pictureAddress, width: size, height: size })

// What a later version adds to a piece stays in it, as it came.
const piece = z.looseObject({
  title: z.string(),
  lang: z.string().nullable(),
  url: address.nullable(),
  href: pagePath.nullable(),
  provider,
  publishedAt: date,
  reportedAt: date,
  quality: score,
  excerpt: z.string().nullable(),
  type: z.string(),
  picture: picture.nullable(),
})

const rank = z.looseObject({
  published: z.number(),
  quality: z.number(),
  buzz: z.number(),
  total: z.number(),
  reportedBy: z.number(),
})

const article: z.ZodType<ArticleDetail> = z.looseObject({
  id: z.string(),
  href: pagePath,
  title: z.string(),
  excerpt: z.string().nullable(),
  type: z.string(),
  lang: z.string().nullable(),
  publishedAt: date,
  provider,
  topics: z.array(topic),
  picture: picture.nullable(),
  heat: score,
  quality: score,
  relatedCount: z.number(),
  url: address.nullable(),
  ampUrl: address.nullable(),
  category: z.string().nullable(),
  pictures: z.array(picture),
  body: z.string().nullable(),
  related: z.array(piece),
  rank,
})

/** A kept story from a file: its links lead to pages only, and all that its page shows is there. */
export const copySchema: z.ZodType<StoryCopy> = z.object({
  id: z.string(),
  title: z.string(),
  href: pagePath,
  keptAt: z.number().int().nonnegative(),
  article: article.nullable(),
})

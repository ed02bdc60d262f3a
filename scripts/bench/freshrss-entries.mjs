import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'

/** As many feeds as a keen reader follows; each provider's articles are in one of them. */
const FEEDS = 100

/**
 * Copies the articles of a Hotsheet database into FreshRSS, unread, as if they had come by feed.
 *
 * @param {string} from a SQLite file
 * @param {string} to FreshRSS's SQLite file of one user
 * @returns {number} how many
 */
export function copyArticles(from, to) {
  const source = new Database(from, { readonly: true })
  const target = new Database(to)
  const articles = source
    .prepare(
      `SELECT a."id", a."title", a."excerpt", a."canonicalUrl", a."publishedAt", a."providerId",
         p."name" AS "provider", group_concat(t."name", ' #') AS "topics"
       FROM "Article" a
       LEFT JOIN "Provider" p ON p."id" = a."providerId"
       LEFT JOIN "ArticleTopic" at ON at."articleId" = a."id"
       LEFT JOIN "Topic" t ON t."id" = at."topicId"
       WHERE a."listed" GROUP BY a."id" ORDER BY a."publishedAt"`,
    )
    .iterate()
  const insert = target.prepare(
    `INSERT INTO entry (id, guid, title, author, content, link, date, lastSeen, hash, id_feed, tags)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  let count = 0
  target.transaction(() => {
    target.exec('DELETE FROM feed')
    const feed = target.prepare('INSERT INTO feed (id, url, category, name) VALUES (?, ?, 1, ?)')
    for (let id = 1; id <= FEEDS; id += 1) feed.run(id, `https://feed${id}.example/`, `Feed ${id}`)
    for (const row of articles) {
      insert.run(...entryOf(/** @type {any} */ (row), count))
      count += 1
    }
    target.exec(
      `UPDATE feed SET cache_nbEntries = (SELECT count(*) FROM entry WHERE id_feed = feed.id),
         cache_nbUnreads = (SELECT count(*) FROM entry WHERE id_feed = feed.id AND is_read = 0)`,
    )
  })()
  target.exec('ANALYZE')
  for (const database of [source, target]) database.close()
  return count
}

/** FreshRSS orders by id: the microsecond in which an entry came. @param {any} article @param {number} index */
function entryOf(
  { title, excerpt, canonicalUrl, publishedAt, providerId, provider, topics },
  index,
) {
  const seconds = Math.floor(Date.parse(publishedAt) / 1000)
  return [
    BigInt(seconds) * 1_000_000n + BigInt(index % 1_000_000),
    canonicalUrl,
    title,
    provider ?? '',
    `<p>${excerpt ?? ''}</p>`,
    canonicalUrl,
    seconds,
    seconds,
    createHash('md5').update(canonicalUrl).digest(),
    ((providerId ?? 0) % FEEDS) + 1,
    topics ? `#${topics}` : '',
  ]
}

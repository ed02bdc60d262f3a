import type { RawDocument } from './document-schema'
import { isDoubtful, parseDate } from './parse-date'
import type { ParsedYaml } from './parse-yaml'

/**
 * Warns about dates whose year is probably a slip: they are used as they are.
 *
 * @param publishedAt the document's own date, also where its file name gives it
 */
export function warnAboutDates(
  raw: RawDocument,
  publishedAt: Date,
  yaml: ParsedYaml,
  now: Date,
): string[] {
  const given = (raw.related ?? []).map((piece, index) => ({
    path: ['related', index, 'publishedDateTime'],
    field: `related[${index}].publishedDateTime`,
    date: parseDate(piece?.publishedDateTime ?? ''),
  }))
  const own = { path: ['publishedDateTime'], field: 'publishedDateTime', date: publishedAt }
  return [own, ...given].flatMap(({ path, field, date }) => {
    if (!date || !isDoubtful(date, now)) return []
    const found = `${field}: found ${date.toISOString().slice(0, 10)}`
    const expected = `expected a year from 1900 to ${now.getUTCFullYear() + 5}`
    return `line ${yaml.lineOf(path)}: ${found}, ${expected}. It is used as it is; check the year.`
  })
}

/**
 * A publication date as pages and the API have it, in ISO 8601.
 *
 * @param date a moment, or midnight (UTC) of a calendar day
 * @param isDay whether the document names a day and no time
 * @returns `2026-11-05` for a day, else a moment in UTC such as `2026-11-05T14:05:09.000Z`
 */
export function toPublished(date: Date, isDay: boolean): string {
  const iso = date.toISOString()
  return isDay && iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso
}

/** Whether a publication date names a calendar day and no time. @param iso as {@link toPublished} gives it */
export function isCalendarDay(iso: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(iso)
}

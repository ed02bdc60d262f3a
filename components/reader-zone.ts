let zone: string | undefined

/** Time zone of the reader's device, such as `Asia/Tokyo`. Asked for once: it takes longer than to write a date. */
export function readerZone(): string {
  return (zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone)
}

export type Value = string | number | bigint | boolean | Date | null
export type Row = Record<string, Value>

/** Fills an empty, migrated database faster than statements could, while nobody else uses it. */
export interface BulkWriter {
  /**
   * Adds rows, each whole. Neither keys nor references are looked at before {@link finish}.
   *
   * @param rows all with the same columns in the same order, as every other row of this table
   */
  insert(table: string, rows: Row[]): Promise<void>
  /** Makes indexes and constraints, and whatever else the database needs to be used. */
  finish(): Promise<void>
}

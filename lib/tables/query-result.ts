/** A query's answer: column names and types as DuckDB states them, rows of plain values. */
export interface QueryResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** There were more rows than were asked for. */
  readonly isCut?: boolean;
}

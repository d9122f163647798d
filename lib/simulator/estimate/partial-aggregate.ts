/**
 * Rows that a partial aggregate leaves of one key: each map task sends at most one row for it, if it has the key at all.
 * `share` is the key's share of all rows. An estimate for rows that lie in no order: a task with n rows has a key with
 * probability 1 - (1 - share)^n. Source: own formula; Spark's is HashAggregateExec before the exchange.
 */
export function partialRows(keyRows: number, share: number, maps: number, rowsPerMap: number): number {
  // log1p keeps shares of one in a billion apart from zero.
  const present = share >= 1 ? 1 : -Math.expm1(rowsPerMap * Math.log1p(-share));
  return Math.min(keyRows, Math.ceil(maps * present));
}

/** Different values among `rows` rows that are drawn evenly from `values`. */
export function distinctValues(values: number, rows: number): number {
  if (rows <= 0) return 0;
  if (values <= 1) return 1;
  return Math.min(
    values,
    rows,
    Math.max(1, Math.round(-values * Math.expm1(rows * Math.log1p(-1 / values)))),
  );
}

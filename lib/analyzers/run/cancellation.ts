/**
 * How Spark words a cancellation, which it reports as a failure: by the user or a job group, by a streaming query that
 * stops, by the end of the SparkContext, or because the other side of an adaptive plan turned out empty.
 */
const CANCELLED =
  'cancel(l)?ed|SparkContext (was|is being)? ?(shut ?down|stopped)|being stopped|query .* was stopped';

/** SQL condition: a failure message that is really a cancellation. */
export function isCancelled(column: string): string {
  return `regexp_matches(coalesce(${column}, ''), '${CANCELLED}', 'i') AND NOT regexp_matches(coalesce(${column}, ''), 'aborted due to stage failure', 'i')`;
}

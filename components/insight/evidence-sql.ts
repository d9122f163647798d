import type { Insight } from '#lib/model/insight.ts';

/** All evidence of an insight as one query: a row each, with the value that the card shows. */
export function evidenceSql({ evidence }: Pick<Insight, 'evidence'>): string {
  return evidence
    .map(
      ({ metric, unit, sql }) =>
        `SELECT '${metric.replaceAll("'", "''")}' AS metric, (\n${indent(sql.trim())}\n)::VARCHAR AS value, '${unit}' AS unit`,
    )
    .join('\nUNION ALL\n');
}

function indent(sql: string): string {
  return sql
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

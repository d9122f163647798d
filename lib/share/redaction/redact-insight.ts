import type { SharedInsight } from '../kinds/insight.ts';
import type { Redactor } from './redactor.ts';

/** The product's own words (why, options) tell nothing of the run and stay as they are. */
export function redactInsight(insight: SharedInsight, { text }: Redactor): SharedInsight {
  return {
    ...insight,
    title: text(insight.title),
    evidence: insight.evidence.map((row) => ({
      ...row,
      value: typeof row.value === 'string' ? text(row.value) : row.value,
      compared_with: row.compared_with === null ? null : text(row.compared_with),
    })),
    occurrences: insight.occurrences.map((each) => ({ ...each, where: text(each.where) })),
  };
}

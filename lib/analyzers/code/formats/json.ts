import { columnOf, docsOf, type Located } from './located.ts';

/** What scripts read; names are public. Lines and columns count from 1. */
export function toJson(all: readonly Located[]): unknown {
  return {
    findings: all.map((located) => {
      const { found, path, cell } = located;
      const { rule, where, fix } = found;
      return {
        rule: rule.id,
        name: rule.name,
        severity: found.severity,
        confidence: found.confidence,
        why_confidence: found.whyConfidence,
        file: path,
        line: where.line,
        column: columnOf(located),
        ...(cell ? { cell: cell.cell, cell_line: cell.line } : {}),
        message: found.message,
        why_it_matters: rule.why,
        fine_when: rule.notWhen,
        options: rule.options,
        ...(fix && located.text !== undefined ? { fix } : {}),
        docs: docsOf(rule),
      };
    }),
  };
}

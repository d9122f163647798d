import type { Insight, Severity } from '#lib/model/insight.ts';

const BARS: Readonly<Record<Severity, number>> = { high: 3, medium: 2, low: 1, info: 0 };

/** For each stage that insights name, the bars of the gravest. */
export function severityMarks(insights: readonly Insight[]): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  for (const { stages, severity } of insights) {
    for (const stage of stages) marks.set(stage, Math.max(marks.get(stage) ?? 0, BARS[severity]));
  }
  return marks;
}

import type { Insight } from '#lib/model/insight.ts';

/** The insights that name a stage, by stage, the gravest first (as the insights come). */
export function insightsByStage(insights: readonly Insight[]): ReadonlyMap<string, readonly Insight[]> {
  const byStage = new Map<string, Insight[]>();
  for (const insight of insights) {
    for (const stage of insight.stages) {
      const known = byStage.get(stage);
      if (known) known.push(insight);
      else byStage.set(stage, [insight]);
    }
  }
  return byStage;
}

import type { LogicalPlan, Relation } from '#lib/plan/logical/logical-plan.ts';
import { childrenOf } from '#lib/plan/logical/traverse.ts';
import type { SparkCall } from '../spark-call.ts';

/** Files or a table that a program reads. */
export interface SourceView {
  /** As the program names it. */
  readonly source: string;
  readonly format: string;
  /** How many there are; undefined where no schema is known. */
  readonly columns: number | undefined;
  /** Of its data files; undefined where nobody told. */
  readonly bytes: number | undefined;
}

/** What a program reads, by name, in the order in which it is first read; SQL and cached DataFrames included. */
export function programSources(calls: readonly SparkCall[]): readonly SourceView[] {
  const found = new Map<string, SourceView>();
  const seen = new Set<LogicalPlan>();
  const visit = (plan: LogicalPlan): void => {
    if (seen.has(plan)) return;
    seen.add(plan);
    if (plan.kind === 'Relation' && !found.has(plan.source)) found.set(plan.source, viewOf(plan));
    for (const child of childrenOf(plan)) visit(child);
  };
  for (const { gives } of calls) if (gives.kind === 'frame') visit(gives.plan);
  return [...found.values()];
}

function viewOf({ source, format, output, bytes, open }: Relation): SourceView {
  return { source, format, columns: open ? undefined : output.length, bytes };
}

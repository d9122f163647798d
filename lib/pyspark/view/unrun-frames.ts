import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { childrenOf } from '#lib/plan/logical/traverse.ts';
import type { SparkCall } from '../spark-call.ts';
import type { FrameValue } from '../values/spark-value.ts';

/** A DataFrame that the program makes and nothing reads, with the call that made it. */
export interface UnrunFrame {
  readonly call: SparkCall & { readonly at: number };
  readonly frame: FrameValue;
}

/** So many are shown of a program that runs nothing: the last ones. */
const MOST = 8;

/** The DataFrames at the ends: what Spark would be asked for if there were an action, and what a stream does in each batch. */
export function unrunFrames(calls: readonly SparkCall[]): readonly UnrunFrame[] {
  const made = calls.flatMap((call): readonly UnrunFrame[] => {
    const { at, gives } = call;
    return at !== undefined && gives.kind === 'frame' ? [{ call: { ...call, at }, frame: gives }] : [];
  });
  const read = new Set<LogicalPlan>();
  const visit = (plan: LogicalPlan): void => {
    for (const child of childrenOf(plan)) {
      if (read.has(child)) continue;
      read.add(child);
      visit(child);
    }
  };
  for (const { frame } of made) visit(frame.plan);
  const ends = new Map(
    made.filter(({ frame }) => !read.has(frame.plan)).map((each) => [each.frame.plan, each]),
  );
  return [...ends.values()].slice(-MOST);
}

import type { PhysicalPlan } from '#lib/plan/physical/physical-plan.ts';
import { childrenOf } from '#lib/plan/physical/traverse.ts';
import { isSmall } from '../facts/plans.ts';
import { operatorsOfAll } from '../facts/shuffles.ts';
import { isExchange, tasksOf } from '../facts/tasks.ts';
import type { Rule } from '../rule.ts';

/** Fewer tasks by less than this factor are seldom noticed. */
const MIN_FACTOR = 4;
const COSTLY: Readonly<Record<string, string>> = {
  BatchEvalPython: 'a Python function',
  ArrowEvalPython: 'a Python function',
  MapInPandas: 'mapInPandas()',
  PythonMapInArrow: 'mapInArrow()',
  MapInArrow: 'mapInArrow()',
  FlatMapGroupsInPandas: 'applyInPandas()',
  FlatMapGroupsInArrow: 'applyInArrow()',
  Generate: 'explode()',
  SortMergeJoin: 'a join',
  ShuffledHashJoin: 'a join',
  CartesianProduct: 'a join of all pairs',
  BroadcastNestedLoopJoin: 'a join of all pairs',
};

export const collapsedStage: Rule = {
  id: 'SHF-05',
  name: 'collapsed-stage',
  title: 'a coalesce() that takes the tasks from the work before it',
  severity: 'medium',
  evidence: 'C+',
  why: 'coalesce() moves nothing: the few tasks that it leaves also do all the work since the last shuffle.',
  notWhen: 'Few rows are left by then, or there are no more cores than partitions.',
  options: [
    {
      action: 'repartition(n) in its place: the work before it keeps its tasks.',
      trade_off: 'A shuffle of the result.',
      avoid_when: 'The result is larger than what went in.',
    },
    {
      action: 'coalesce() right after reading, and not after the work.',
      trade_off: 'The same few tasks.',
      avoid_when: 'The work is what takes time.',
    },
  ],
  *check(context) {
    for (const { action, operator } of operatorsOfAll(context)) {
      if (operator.kind !== 'Coalesce') continue;
      const before = tasksOf(operator.child, action.settings);
      const costly = costlyIn(operator.child);
      const where = context.place(operator.at);
      if (!costly || !where || before === undefined || before < operator.partitions * MIN_FACTOR) continue;
      if (operator.logical && isSmall(operator.logical)) continue;
      yield {
        where,
        message: `coalesce(${operator.partitions}) leaves ${costly.what} ${context.lineText(costly.at)} to ${operator.partitions} of ${before} tasks`,
        confidence: 'medium',
        whyConfidence: 'the plan has both in one stage; how many rows there are is not known',
      };
    }
  },
};

/** The first costly operator of the stage. */
function costlyIn(
  plan: PhysicalPlan,
): { readonly what: string; readonly at: number | undefined } | undefined {
  if (isExchange(plan)) return undefined;
  const name = 'operator' in plan ? plan.operator : '';
  if (Object.hasOwn(COSTLY, name)) return { what: COSTLY[name]!, at: plan.at };
  for (const child of childrenOf(plan)) {
    const found = costlyIn(child);
    if (found) return found;
  }
  return undefined;
}

import { canonicalKey } from '#lib/plan/expression/canonical.ts';
import { listText } from '#lib/plan/physical/because.ts';
import type { PhysicalPlan } from '#lib/plan/physical/physical-plan.ts';
import { below, isLight } from '../facts/plans.ts';
import { isAskedFor, requiredShuffles } from '../facts/shuffles.ts';
import type { Rule } from '../rule.ts';

export const udfBetweenPartitioning: Rule = {
  id: 'SHF-20',
  name: 'udf-between-partitioning',
  title: 'a Python function between repartition(key) and what needs that key',
  severity: 'medium',
  evidence: 'C',
  why: 'Spark forgets how rows lie when they pass through a Python function, so they are shuffled by the same key a second time.',
  notWhen: 'The function needs the rows spread as the repartition spreads them.',
  options: [
    {
      action: 'Call the function before the repartition, or after the aggregate or join.',
      trade_off: 'After the aggregate it sees other rows.',
      avoid_when: 'The aggregate needs its result; then leave the repartition out.',
    },
    {
      action: 'Built-in functions in place of the Python function.',
      trade_off: 'The code is written anew.',
      avoid_when: 'There is no built-in that does the same.',
    },
  ],
  *check(context) {
    for (const { exchange } of requiredShuffles(context)) {
      if (exchange.partitioning.kind !== 'hash') continue;
      const udf = below(exchange.child, isLight);
      if (!isPythonEval(udf)) continue;
      const first = below(udf, (plan) => isLight(plan) || isPythonEval(plan));
      const where = context.place(first.at);
      if (!isAskedFor(first) || first.partitioning.kind !== 'hash' || !where) continue;
      const keys = new Set(exchange.partitioning.keys.map(canonicalKey));
      if (!first.partitioning.keys.every((key) => keys.has(canonicalKey(key)))) continue;
      yield {
        where,
        message: `the rows lie by ${listText(first.partitioning.keys)} from here on, but the Python function ${context.lineText(udf.at)} makes Spark forget it: a second shuffle by ${listText(exchange.partitioning.keys)} follows`,
        confidence: 'high',
        whyConfidence: 'both shuffles are in the plan, with the Python evaluation between them',
      };
    }
  },
};

function isPythonEval(plan: PhysicalPlan): boolean {
  return plan.kind === 'Rows' && (plan.operator === 'BatchEvalPython' || plan.operator === 'ArrowEvalPython');
}

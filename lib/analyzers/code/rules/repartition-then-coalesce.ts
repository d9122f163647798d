import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { nodesOf, through } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const repartitionThenCoalesce: Rule = {
  id: 'SHF-03',
  name: 'repartition-then-coalesce',
  title: 'two changes of the number of partitions in a row',
  severity: 'medium',
  evidence: 'C',
  why: 'Only the last one decides; the one before it moves rows for nothing, or is dropped by Spark and misleads.',
  notWhen: 'The first one spreads slow work, and the second one gathers its result.',
  options: [
    {
      action: 'Keep the last one only.',
      trade_off: 'The work before it runs in as many tasks as the source gives.',
      avoid_when: 'Slow work stands between the two.',
    },
  ],
  *check(context) {
    const read = readers(context.actions.map(({ analyzed }) => analyzed));
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        if (!isRepartition(node)) continue;
        const lower = through(node.child);
        const where = context.place(lower.at);
        if (!isRepartition(lower) || !where || (read.get(lower.at) ?? 0) > 1) continue;
        const gathers = node.kind === 'Repartition' && !node.shuffle;
        // By key and then fewer partitions: rows of a key stay together, which may be the point.
        if (gathers && lower.kind === 'RepartitionByExpression') continue;
        yield {
          where,
          message: gathers
            ? `coalesce(${node.partitions ?? ''}) ${context.lineText(node.at)} follows: the rows are shuffled to ${lower.partitions ?? 'more'} partitions and then put together again`
            : `the repartition ${context.lineText(node.at)} deals the rows out anew; this one decides nothing`,
          confidence: 'high',
          whyConfidence: 'only filters and columns stand between the two',
        };
      }
    }
  },
};

type Repartitioning = Extract<LogicalPlan, { kind: 'Repartition' | 'RepartitionByExpression' }>;

function isRepartition(plan: LogicalPlan): plan is Repartitioning {
  return plan.kind === 'Repartition' || plan.kind === 'RepartitionByExpression';
}

/** How many different nodes read what an operation made, choosing rows and columns in between. */
function readers(plans: readonly LogicalPlan[]): ReadonlyMap<number | undefined, number> {
  const found = new Map<number | undefined, Set<number | undefined>>();
  for (const plan of plans) {
    for (const node of nodesOf(plan, true)) {
      if (!('child' in node)) continue;
      const read = through(node.child);
      if (node.kind === 'Project' || node.kind === 'Filter' || !isRepartition(read)) continue;
      found.set(read.at, (found.get(read.at) ?? new Set()).add(node.at));
    }
  }
  return new Map([...found].map(([at, nodes]) => [at, nodes.size]));
}

import { canonicalKey } from '#lib/plan/expression/canonical.ts';
import type { Expression } from '#lib/plan/expression/expression.ts';
import { collect } from '#lib/plan/expression/traverse.ts';
import { listText } from '#lib/plan/physical/because.ts';
import type { PhysicalPlan } from '#lib/plan/physical/physical-plan.ts';
import { below, isLight } from '../facts/plans.ts';
import { requiredShuffles } from '../facts/shuffles.ts';
import type { Rule } from '../rule.ts';

export const keyAfterFullJoin: Rule = {
  id: 'SHF-22',
  name: 'key-after-full-join',
  title: 'a full outer join whose key is needed again',
  severity: 'low',
  evidence: 'C',
  why: 'After a full outer join either key may be null, so that Spark counts on neither: the rows are shuffled again by the same key.',
  notWhen: 'Rows without a match are needed from both sides.',
  options: [
    {
      action: 'An inner or a left join, where rows without a match on one side are not needed.',
      trade_off: 'They are gone.',
      avoid_when: 'They count.',
    },
    {
      action:
        'unionByName() of both sides with missing columns, and one group-by over it, where the join is only there to sum up.',
      trade_off: 'The aggregates have to be written for rows of both kinds.',
      avoid_when: 'Columns of both sides are needed in one row.',
    },
  ],
  *check(context) {
    for (const { exchange, reader } of requiredShuffles(context)) {
      if (exchange.partitioning.kind !== 'hash' || !reader) continue;
      const join = below(exchange.child, isLight);
      if (join.kind !== 'Join' || join.joinType !== 'FullOuter') continue;
      const where = context.place(reader.at);
      if (!where || !exchange.partitioning.keys.every((key) => isOfKeys(key, join, exchange.child))) continue;
      yield {
        where,
        message: `the full outer join ${context.lineText(join.at)} shuffled the rows by ${listText(join.leftKeys)}, and here they are shuffled by that key again`,
        confidence: 'high',
        whyConfidence: 'join and shuffle are in the plan',
      };
    }
  },
};

/** A key of the join, or something made of its keys alone: coalesce(left, right), as a join with names gives it. */
function isOfKeys(
  key: Expression,
  join: Extract<PhysicalPlan, { kind: 'Join' }>,
  under: PhysicalPlan,
): boolean {
  const keys = new Set([...join.leftKeys, ...join.rightKeys].map(canonicalKey));
  const columns = collect(defined(key, under), (each) => each.kind === 'attribute');
  return columns.length > 0 && columns.every((column) => keys.has(canonicalKey(column)));
}

/** What a column is computed as in the projections under the shuffle. */
function defined(key: Expression, under: PhysicalPlan): Expression {
  let at = under;
  while (isLight(at) && 'child' in at) {
    const list = at.kind === 'Project' || at.kind === 'Aggregate' ? at.list : [];
    const made = list.find((each) => each.kind === 'alias' && key.kind === 'attribute' && each.id === key.id);
    if (made?.kind === 'alias') return made.child;
    if (at.kind === 'Aggregate') {
      const grouped = at.grouping.find(
        (each) => each.kind === 'alias' && key.kind === 'attribute' && each.id === key.id,
      );
      if (grouped?.kind === 'alias') return grouped.child;
    }
    at = at.child;
  }
  return key;
}

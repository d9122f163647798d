import type { Join, LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import type { RuleContext } from '../context.ts';
import { hasOneRowSide, hasOpenSide, joinsOfAll, smallSide } from '../facts/joins.ts';
import { nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const crossJoin: Rule = {
  id: 'JON-01',
  name: 'cross-join',
  title: 'a join without a condition',
  severity: 'high',
  evidence: 'C',
  why: 'Every row meets every row of the other side: the rows multiply.',
  notWhen: 'One side is a row or a short list, and all pairs are what is wanted.',
  options: [
    {
      action: 'Join by the columns that belong together.',
      trade_off: 'None: it is another result, and mostly the one that is meant.',
      avoid_when: 'All pairs are wanted.',
    },
    {
      action: 'Make the short side explicit with broadcast().',
      trade_off: 'It has to fit into the memory of each executor.',
      avoid_when: 'It may grow large.',
    },
  ],
  *check(context) {
    for (const join of joins(context)) {
      const where = context.place(join.at);
      if (join.condition !== undefined || !where || hasOneRowSide(join)) continue;
      if (join.joinType === 'LeftSemi' || join.joinType === 'LeftAnti' || join.joinType === 'ExistenceJoin')
        continue;
      const written = isAskedFor(context, join);
      const small = smallSide(join) ?? (join.rightHint === 'BROADCAST' || join.leftHint === 'BROADCAST');
      if (written && small) continue;
      yield {
        where,
        message: written
          ? 'the cross join makes every pair of rows, and neither side is known to be small'
          : 'this join has no condition: every row meets every row of the other side',
        confidence: written ? 'medium' : 'high',
        whyConfidence: written
          ? 'it is asked for by name; the sizes are not known to be small'
          : 'no condition is left in the optimized plan, and none comes from a filter above',
        ...(written ? { severity: 'medium' as const } : {}),
      };
    }
  },
};

/** With unknown columns the optimizer cannot place a condition; a join method without any is one all the same. */
function joins(context: RuleContext): readonly Join[] {
  const known = [...joinsOfAll(context)].map(({ join }) => join);
  const open = context.actions
    .flatMap(({ analyzed }): readonly LogicalPlan[] => nodesOf(analyzed, true))
    .filter((node): node is Join => node.kind === 'Join' && hasOpenSide(node) && node.condition === undefined)
    .filter(
      ({ at }) =>
        /^(join|crossJoin)$/.test(context.operation(at)?.method ?? '') &&
        !isFilteredLater(context, at) &&
        !isGivenKeys(context, at),
    );
  return [...known, ...open];
}

/** `a.join(b).filter(a.id == b.id)`: the filter above becomes the condition. */
function isFilteredLater(context: RuleContext, at: number | undefined): boolean {
  return context.actions.some(({ analyzed }) =>
    nodesOf(analyzed, true).some(
      (node) => node.kind === 'Filter' && node.child.kind === 'Join' && node.child.at === at,
    ),
  );
}

/** `crossJoin`, or CROSS JOIN in SQL text. */
function isAskedFor(context: RuleContext, join: Join): boolean {
  const operation = context.operation(join.at);
  return (
    operation?.method === 'crossJoin' ||
    (operation?.method === 'sql' && /cross\s+join/i.test(context.text(operation.range)))
  );
}

/** Names to join by that an unknown side may well have. */
function isGivenKeys(context: RuleContext, at: number | undefined): boolean {
  return context.on('frame', 'join').some((call) => call.at === at && call.bound?.get('on') !== undefined);
}

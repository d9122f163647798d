import type { Expression } from '#lib/plan/expression/expression.ts';
import { isDeterministic, references, referencesOf } from '#lib/plan/expression/traverse.ts';
import type { Join, LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import { hasOpenSide } from '../facts/joins.ts';
import { isMadeDistinct, isSmall, nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const joinForExistence: Rule = {
  id: 'JON-10',
  name: 'join-for-existence',
  title: 'a join of which only one side’s distinct columns are kept',
  severity: 'medium',
  evidence: 'C',
  why: 'Each row comes out once for every match, only to be thinned out again; a semi join asks whether there is a match.',
  notWhen: 'Every key occurs once on the other side, so that no row is doubled.',
  options: [
    {
      action: 'join(…, how="left_semi"), and the distinct() after it only where rows were equal before.',
      trade_off: 'Columns of the other side can no longer be used.',
      avoid_when: 'They are going to be.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        if (!isMadeDistinct(node)) continue;
        const found = joinBelow(node.child, new Set(outputOf(node).map(({ id }) => id)));
        const where = context.place(found?.join.at);
        if (!found || !where || isSmall(found.join) || hasOpenSide(found.join)) continue;
        yield {
          where,
          message: `only columns of the ${found.side} side go on, and ${context.lineText(node.at)} the rows are made distinct: the join only says which rows have a match`,
          confidence: 'high',
          whyConfidence: 'no column of the other side is read between the join and the distinct rows',
        };
      }
    }
  },
};

/** An inner join that is reached by projections and filters alone, and the only side whose columns are read on the way. */
function joinBelow(
  top: LogicalPlan,
  wanted: ReadonlySet<number>,
): { readonly join: Join; readonly side: 'left' | 'right' } | undefined {
  let at = top;
  let needed = wanted;
  for (;;) {
    switch (at.kind) {
      case 'Project': {
        const used: readonly Expression[] = at.list.filter(({ id }) => needed.has(id));
        if (!used.every(isDeterministic)) return undefined;
        needed = referencesOf(used);
        break;
      }
      case 'Filter':
        if (!isDeterministic(at.condition)) return undefined;
        needed = new Set([...needed, ...references(at.condition)]);
        break;
      case 'SubqueryAlias':
        break;
      case 'Join': {
        const join = at;
        if (join.joinType !== 'Inner' || join.condition === undefined) return undefined;
        const side = (['left', 'right'] as const).find((each) => {
          const own = new Set(outputOf(join[each]).map(({ id }) => id));
          return [...needed].every((id) => own.has(id));
        });
        return side && { join, side };
      }
      default:
        return undefined;
    }
    at = at.child;
  }
}

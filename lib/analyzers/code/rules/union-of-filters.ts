import { isDeterministic } from '#lib/plan/expression/traverse.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { isMadeDistinct, isSmall, nodesOf } from '../facts/plans.ts';
import { isSameFrame } from '../facts/same-frame.ts';
import type { Rule } from '../rule.ts';

export const unionOfFilters: Rule = {
  id: 'SHF-09',
  name: 'union-of-filters',
  title: 'distinct rows of a union of filters of one DataFrame',
  severity: 'medium',
  evidence: 'C',
  why: 'The DataFrame is read once for every part of the union, where one filter would read it once.',
  notWhen: 'Each part reads other partitions of the source, and only these.',
  options: [
    {
      action: 'One filter with the conditions joined by |, and the distinct() after it.',
      trade_off: 'A longer condition.',
      avoid_when: 'The parts will be changed in different ways.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        if (!isMadeDistinct(node)) continue;
        const union = flat(node.child);
        const bases = union.map(filtered);
        const [first, ...rest] = bases;
        const where = context.place(node.child.at);
        if (!where || !first || rest.length === 0 || isSmall(first.base)) continue;
        if (!bases.some(({ filters }) => filters > 0)) continue;
        if (!rest.every((each) => isSameFrame(each.base, first.base))) continue;
        yield {
          where,
          message: `all ${bases.length} parts of the union are filters of one DataFrame, which is read ${bases.length} times`,
          confidence: 'high',
          whyConfidence:
            'the parts come from the same operations, differ in their filters alone, and are made distinct',
        };
      }
    }
  },
};

/** Parts of a union, those of unions in it included; nothing where it is no union. */
function flat(plan: LogicalPlan): readonly LogicalPlan[] {
  if (plan.kind !== 'Union') return [];
  return plan.children.flatMap((child) => (child.kind === 'Union' ? flat(child) : [child]));
}

/** What is below the filters, and how many there are; a filter that depends on chance is looked at as a part of it. */
function filtered(plan: LogicalPlan): { readonly base: LogicalPlan; readonly filters: number } {
  let at = plan;
  let filters = 0;
  while (at.kind === 'Filter' && isDeterministic(at.condition)) {
    at = at.child;
    filters++;
  }
  return { base: at, filters };
}

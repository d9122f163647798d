import { references, referencesOf } from '#lib/plan/expression/traverse.ts';
import type { PhysicalPlan } from '#lib/plan/physical/physical-plan.ts';
import { isSmall } from '../facts/plans.ts';
import { operatorsOfAll } from '../facts/shuffles.ts';
import type { Rule } from '../rule.ts';

export const explodeBeforeShuffle: Rule = {
  id: 'SHF-24',
  name: 'explode-before-shuffle',
  title: 'an explode() before a join that does not need it',
  severity: 'medium',
  evidence: 'C+',
  why: 'Each row is copied for every element of its array, and all the copies are shuffled and sorted for the join.',
  notWhen: 'The arrays have about one element, or the join leaves few rows.',
  options: [
    {
      action: 'Join first, and explode() the result.',
      trade_off: 'The arrays travel through the join in place of the copies.',
      avoid_when: 'The copies are filtered down before the join.',
    },
  ],
  *check(context) {
    for (const { operator: join } of operatorsOfAll(context)) {
      if (join.kind !== 'Join' || join.operator === 'BroadcastHashJoin') continue;
      for (const side of ['left', 'right'] as const) {
        if (!canFollow(join.joinType, side)) continue;
        const explode = explodeUnder(join[side]);
        const keys = side === 'left' ? join.leftKeys : join.rightKeys;
        const where = context.place(explode?.at);
        if (explode?.logical?.kind !== 'Generate' || !where || isSmall(explode.logical)) continue;
        const made = new Set(explode.logical.generatorOutput.map(({ id }) => id));
        const used = [...referencesOf(keys), ...(join.condition ? references(join.condition) : [])];
        if (used.some((id) => made.has(id))) continue;
        yield {
          where,
          message: `the join ${context.lineText(join.at)} shuffles a copy of the row for every element, and uses none of the elements`,
          confidence: 'medium',
          whyConfidence:
            'the plan shows explode, shuffle and join in this order; how long the arrays are is not known',
        };
      }
    }
  },
};

/** Sides of whose rows the join keeps each as often as it matches: then copying before or after is the same. */
function canFollow(joinType: string, side: 'left' | 'right'): boolean {
  if (joinType === 'Inner') return true;
  return side === 'left' ? joinType === 'LeftOuter' : joinType === 'RightOuter';
}

/** An explode below the join’s own sort and shuffle, with no filter on the way that could have thinned out the copies. */
function explodeUnder(side: PhysicalPlan): Extract<PhysicalPlan, { kind: 'Rows' }> | undefined {
  let at = side;
  let shuffled = false;
  while (at.kind === 'Sort' || at.kind === 'Project' || at.kind === 'ShuffleExchange') {
    if (at.kind === 'ShuffleExchange') shuffled ||= at.origin === 'ENSURE_REQUIREMENTS';
    at = at.child;
  }
  return shuffled && at.kind === 'Rows' && at.operator === 'Generate' ? at : undefined;
}

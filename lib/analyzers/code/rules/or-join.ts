import { extractEquiJoinKeys, nullAwareKey } from '#lib/plan/optimize/equi-join-keys.ts';
import { hasOneRowSide, isAcross, joinsOfAll, operandsBy, smallSide } from '../facts/joins.ts';
import type { Rule } from '../rule.ts';

export const orJoin: Rule = {
  id: 'JON-03',
  name: 'or-join',
  title: 'a join by one key or another',
  severity: 'high',
  evidence: 'C',
  why: 'A row cannot lie by two keys at once, so Spark compares every row with every row.',
  notWhen: 'One side is small and is broadcast.',
  options: [
    {
      action: 'A join for each key, put together with union and distinct.',
      trade_off: 'Both sides are read twice, and pairs that match by both keys have to be thinned out.',
      avoid_when: 'It is an outer join: unmatched rows need care then.',
    },
  ],
  *check(context) {
    for (const { join } of joinsOfAll(context)) {
      const where = context.place(join.at);
      const { condition } = join;
      if (condition === undefined || !where || extractEquiJoinKeys(join) || nullAwareKey(join)) continue;
      if (hasOneRowSide(join)) continue;
      const either = operandsBy(condition, 'and').find((part) => operandsBy(part, 'or').length > 1);
      const keys =
        either === undefined
          ? []
          : operandsBy(either, 'or').filter((part) =>
              operandsBy(part, 'and').some((each) => isAcross(each, join)),
            );
      if (keys.length < 2) continue;
      const small = smallSide(join);
      yield {
        where,
        message: `the condition is an "or" of ${keys.length} equalities, which is no key for Spark: every pair of rows is compared`,
        confidence: 'high',
        whyConfidence:
          small === undefined
            ? 'the optimizer finds no key in the condition'
            : `the optimizer finds no key, but the ${small} side is known to be small`,
        ...(small === undefined ? {} : { severity: 'low' as const }),
      };
    }
  },
};

import { expressionText } from '#lib/plan/expression/text.ts';
import { extractEquiJoinKeys, nullAwareKey } from '#lib/plan/optimize/equi-join-keys.ts';
import { hasPythonUdf } from '#lib/plan/optimize/expression-traits.ts';
import { hasOneRowSide, isAcross, joinsOfAll, operandsBy, smallSide } from '../facts/joins.ts';
import type { Rule } from '../rule.ts';

export const rangeJoin: Rule = {
  id: 'JON-02',
  name: 'range-join',
  title: 'a join without any equality',
  severity: 'high',
  evidence: 'C',
  why: 'Without a key there is nothing to shuffle or hash by: Spark compares every row with every row.',
  notWhen: 'One side is small and is broadcast.',
  options: [
    {
      action: 'Cut the range into bins, and join by the bin as well.',
      trade_off: 'Rows at the edges belong to two bins, and the size of bins has to be chosen.',
      avoid_when: 'The ranges are of very different length.',
    },
    {
      action: 'Add an equality that holds anyway, such as the day or the customer.',
      trade_off: 'None where it holds.',
      avoid_when: 'Rows of different days or customers have to meet.',
    },
  ],
  *check(context) {
    for (const { join } of joinsOfAll(context)) {
      const where = context.place(join.at);
      const { condition } = join;
      if (condition === undefined || !where || hasPythonUdf(condition)) continue;
      if (extractEquiJoinKeys(join) || nullAwareKey(join) || hasOneRowSide(join)) continue;
      if (
        operandsBy(condition, 'or').some((operand) =>
          operandsBy(operand, 'and').some((each) => isAcross(each, join)),
        )
      )
        continue;
      const small = smallSide(join);
      yield {
        where,
        message: `the condition ${expressionText(condition)} has no equality between the two sides: every pair of rows is compared`,
        confidence: 'high',
        whyConfidence:
          small === undefined
            ? 'the condition in the optimized plan has no key'
            : `the condition has no key, but the ${small} side is known to be small`,
        ...(small === undefined ? {} : { severity: 'low' as const }),
      };
    }
  },
};

import type { PythonUdf } from '#lib/plan/expression/expression.ts';
import { collect, references } from '#lib/plan/expression/traverse.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import { extractEquiJoinKeys } from '#lib/plan/optimize/equi-join-keys.ts';
import { isSmall, nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const udfInJoinCondition: Rule = {
  id: 'JON-08',
  name: 'udf-in-join-condition',
  title: 'a Python function in a join condition',
  severity: 'high',
  evidence: 'C',
  why: 'Python cannot be called while rows are joined: Spark makes all pairs first and filters them, or refuses outer joins.',
  notWhen: 'There is an equality beside it that leaves few pairs.',
  options: [
    {
      action: 'Compute the function as a column of its side before the join, and join by that column.',
      trade_off: 'It runs for rows that would not have matched.',
      avoid_when: 'It takes columns of both sides; then filter after a join by key.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const join of nodesOf(analyzed, true)) {
        const where = context.place(join.at);
        if (join.kind !== 'Join' || join.condition === undefined || !where) continue;
        const udfs = collect(join.condition, (each): each is PythonUdf => each.kind === 'python-udf');
        const left = new Set(outputOf(join.left).map(({ id }) => id));
        const both = udfs.find((udf) => {
          const sides = new Set([...references(udf)].map((id) => left.has(id)));
          return sides.size === 2;
        });
        const keys = extractEquiJoinKeys(join);
        const inKey = udfs[0] !== undefined && keys !== undefined && both === undefined;
        // A function of one side's columns in an equality is computed before the join: Spark pulls it out.
        if (udfs.length === 0 || inKey || (keys !== undefined && isSmall(join))) continue;
        yield {
          where,
          message:
            keys === undefined
              ? `the condition is the Python function ${udfs[0]!.name} and no key: all pairs of rows go through Python`
              : `the Python function ${(both ?? udfs[0]!).name} runs on every pair that the key gives`,
          confidence: 'high',
          whyConfidence: 'the function stands in the condition of the plan',
          ...(keys === undefined ? {} : { severity: 'low' as const }),
        };
      }
    }
  },
};

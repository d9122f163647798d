import type { Call, Expression } from '#lib/plan/expression/expression.ts';
import { nodesOf, within } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

const SIZES = new Set(['size', 'cardinality', 'array_size']);

export const arrayBuiltToCount: Rule = {
  id: 'COL-11',
  name: 'array-built-to-count',
  title: 'an array that is built only to be counted or thinned out',
  severity: 'medium',
  evidence: 'C',
  why: 'All values of a group are gathered in one array on one task, where a number would do.',
  notWhen: 'The array itself is used as well.',
  options: [
    {
      action:
        'count_distinct(x) for size(collect_set(x)), count(x) for size(collect_list(x)), collect_set(x) for array_distinct(collect_list(x)).',
      trade_off: 'None for the result: all of them leave nulls out.',
      avoid_when: 'The array is needed elsewhere in the same aggregate.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        if (node.kind !== 'Aggregate') continue;
        for (const call of within(node, isCall)) {
          const instead = insteadOf(call);
          const where = context.place(node.at);
          if (!instead || !where) continue;
          yield {
            where,
            message: `${call.fn}(${(call.args[0] as Call).fn}(…)) gathers every value in an array; ${instead} gives the same without`,
            confidence: 'high',
            whyConfidence: 'the array is the argument of this function and used nowhere else',
          };
        }
      }
    }
  },
};

function isCall(expression: Expression): expression is Call {
  return expression.kind === 'call';
}

function insteadOf(call: Call): string | undefined {
  const [inner] = call.args;
  if (inner?.kind !== 'call') return undefined;
  if (SIZES.has(call.fn) && inner.fn === 'collect_set') return 'count_distinct()';
  if (SIZES.has(call.fn) && inner.fn === 'collect_list') return 'count()';
  return call.fn === 'array_distinct' && inner.fn === 'collect_list' ? 'collect_set()' : undefined;
}

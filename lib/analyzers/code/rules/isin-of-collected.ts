import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { maxRows } from '#lib/plan/optimize/max-rows.ts';
import { collectedIn } from '../facts/collected.ts';
import { boundedBy } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

/** A list that nobody reads any more; Spark looks it up in a set, yet each value is a part of the plan. */
const MANY_VALUES = 1000;

export const isinOfCollected: Rule = {
  id: 'JON-13',
  name: 'isin-of-collected',
  title: 'isin() of values that were collected from a DataFrame',
  severity: 'medium',
  evidence: 'C',
  why: 'The values go to the driver and back as a part of the plan, which grows with them and is analyzed and sent with every task.',
  notWhen: 'There are few values, such as names of months.',
  options: [
    {
      action: 'join(…, how="left_semi") with the other DataFrame, or "left_anti" for ~isin().',
      trade_off:
        'A join, which Spark broadcasts where the other side is small. For nulls, ~isin() and an anti join differ.',
      avoid_when: 'The list is short and used in many places.',
    },
  ],
  *check(context) {
    for (const call of context.on('column', 'isin')) {
      const args = context.syntaxOf(call)?.call.args ?? [];
      const collected = args
        .flatMap(({ value }) => collectedIn(context, call.name.file, value))
        .find(({ plan }) => mayGiveMany(plan));
      const count = call.args.positional.reduce(
        (sum, each) => sum + ('items' in each ? each.items.length : 1),
        0,
      );
      if (!collected && count < MANY_VALUES) continue;
      yield {
        where: call.name,
        message: collected
          ? `the values come from the ${collected.call.method}() on line ${collected.call.name.line} and go back into a plan one by one`
          : `${count} values stand in the plan one by one`,
        confidence: collected && boundedBy(collected.plan) !== undefined ? 'medium' : 'high',
        whyConfidence: collected
          ? 'where the list comes from is in the text of the program; how long it is is not known'
          : 'the values are in the text of the program',
      };
    }
  },
};

function mayGiveMany(plan: LogicalPlan): boolean {
  if (/limit|small/.test(boundedBy(plan) ?? '')) return false;
  return (maxRows(plan) ?? MANY_VALUES) >= MANY_VALUES;
}

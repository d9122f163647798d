import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { collectedIn } from '../facts/collected.ts';
import { isSmall, through } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const pairedByPosition: Rule = {
  id: 'DET-07',
  name: 'paired-by-position',
  title: 'rows of two collects that are paired by their position',
  severity: 'medium',
  evidence: 'C',
  why: 'Without a sort nothing says in which order rows arrive; two runs of the same DataFrame may differ after a shuffle.',
  notWhen: 'Both come from the same files without a shuffle, where Spark happens to keep the order.',
  options: [
    {
      action: 'Collect both columns at once, and take them from the same rows.',
      trade_off: 'None: it is also one action less.',
      avoid_when: 'The rows come from DataFrames that have nothing in common.',
    },
    {
      action: 'Join by a key, or orderBy() the same unique columns in both.',
      trade_off: 'A shuffle for each sort.',
      avoid_when: 'One collect does.',
    },
  ],
  *check(context) {
    for (const call of context.functions('zip')) {
      const args = context.syntaxOf(call)?.call.args ?? [];
      const collected = args.map(({ value }) => collectedIn(context, call.name.file, value));
      const all = new Map(collected.flat().map((each) => [each.call, each.plan] as const));
      const used = collected.filter((each) => each.length > 0);
      if (used.length < 2 || all.size < 2 || ![...all.values()].some(isUnordered)) continue;
      const lines = [...all.keys()].map(({ name }) => name.line).join(' and ');
      yield {
        where: call.name,
        message: `zip() pairs rows of two actions (lines ${lines}) by their position, and no sort says what it is`,
        confidence: 'medium',
        whyConfidence:
          'where the rows come from is in the text; whether the order happens to be the same depends on the run',
      };
    }
  },
};

function isUnordered(plan: LogicalPlan): boolean {
  return through(plan).kind !== 'Sort' && !isSmall(plan);
}

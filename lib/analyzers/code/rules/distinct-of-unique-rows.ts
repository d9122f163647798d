import { outputOf } from '#lib/plan/logical/output.ts';
import { distinctKeys } from '#lib/plan/optimize/distinct-keys.ts';
import { nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const distinctOfUniqueRows: Rule = {
  id: 'SHF-08',
  name: 'distinct-of-unique-rows',
  title: 'distinct() or dropDuplicates() of rows that are unique already',
  severity: 'medium',
  evidence: 'C',
  why: 'A group-by gives one row for each key; looking for duplicates among them is an aggregate for nothing.',
  notWhen: 'Never needed, as long as the keys of the group-by stay as they are.',
  options: [
    {
      action: 'Leave it out.',
      trade_off: 'If the group-by gets other keys later, it has to come back.',
      avoid_when: 'Never needed here.',
    },
  ],
  *check(context) {
    for (const { analyzed, optimized } of context.actions) {
      const kept = new Set(
        nodesOf(optimized, true).flatMap(({ kind, at }) => (kind === 'Aggregate' ? [at] : [])),
      );
      for (const node of nodesOf(analyzed)) {
        if (node.kind !== 'Distinct' && node.kind !== 'Deduplicate') continue;
        // Where the optimizer sees it, too, there is nothing left to do.
        const group = nodesOf(node.child).find((each) => each.kind === 'Aggregate');
        if (!kept.has(node.at) || !kept.has(group?.at)) continue;
        const by = new Set((node.kind === 'Distinct' ? outputOf(node.child) : node.keys).map(({ id }) => id));
        const unique = distinctKeys(node.child).find(
          (keys) => keys.size > 0 && [...keys].every((key) => by.has(key)),
        );
        const where = context.place(node.at);
        if (!unique || !where) continue;
        const names = outputOf(node.child)
          .filter(({ id }) => unique.has(id))
          .map(({ name }) => name);
        yield {
          where,
          message: `the rows are unique by ${names.join(', ')} already, and Spark does not drop this step`,
          confidence: 'high',
          whyConfidence:
            'the keys follow from the group-by below, and the step is still in the optimized plan',
        };
      }
    }
  },
};

import type { Attribute, Expression } from '#lib/plan/expression/expression.ts';
import { extractEquiJoinKeys } from '#lib/plan/optimize/equi-join-keys.ts';
import { definitionOf, nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const generatedIdAsKey: Rule = {
  id: 'DET-05',
  name: 'generated-id-as-key',
  title: 'a join by ids that Spark made up on both sides',
  severity: 'high',
  evidence: 'C',
  why: 'The ids depend on partitions and on the order of rows in them, so the same id need not mean the same row on the other side.',
  notWhen: 'Both sides come from one cached or written DataFrame that has the id already.',
  options: [
    {
      action: 'Join by a key that is in the data.',
      trade_off: 'There has to be one.',
      avoid_when: 'There is none.',
    },
    {
      action: 'Make the id once, write the result, and read both sides from there.',
      trade_off: 'A write and a read.',
      avoid_when: 'The data is small enough to be worked on at once.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const join of nodesOf(analyzed, true)) {
        const where = context.place(join.at);
        const keys = join.kind === 'Join' ? extractEquiJoinKeys(join) : undefined;
        if (join.kind !== 'Join' || !keys || !where) continue;
        const made = keys.left.some((left, index) => {
          const right = keys.right[index];
          return isMadeUp(left, join.left) && right !== undefined && isMadeUp(right, join.right);
        });
        if (!made) continue;
        yield {
          where,
          message: 'both sides are joined by monotonically_increasing_id(), which each side makes for itself',
          confidence: 'high',
          whyConfidence: 'the key is traced to the function on both sides of the plan',
        };
      }
    }
  },
};

function isMadeUp(key: Expression, side: Parameters<typeof definitionOf>[1]): boolean {
  const attribute = key.kind === 'attribute' ? (key satisfies Attribute) : undefined;
  const definition = attribute && definitionOf(attribute, side);
  return definition?.kind === 'call' && definition.fn === 'monotonically_increasing_id';
}

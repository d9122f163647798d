import { canonicalKey } from '#lib/plan/expression/canonical.ts';
import { listText } from '#lib/plan/physical/because.ts';
import { below, isLight } from '../facts/plans.ts';
import { requiredShuffles } from '../facts/shuffles.ts';
import type { Rule } from '../rule.ts';

export const groupByOtherSide: Rule = {
  id: 'SHF-21',
  name: 'group-by-other-side',
  title: 'a group-by on the other side’s key after an outer join',
  severity: 'low',
  evidence: 'C',
  why: 'An outer join keeps rows by the key of its full side only; the other side’s key may be null, so its rows are shuffled again.',
  notWhen: 'The unmatched rows have to come out as one group under null.',
  options: [
    {
      action: 'Group by the key of the side that keeps all rows.',
      trade_off:
        'Unmatched rows are grouped under their own keys, not under null: another result where there are such rows.',
      avoid_when: 'The null group is needed.',
    },
    {
      action: 'An inner join, where unmatched rows are not needed.',
      trade_off: 'They are gone.',
      avoid_when: 'They count.',
    },
  ],
  *check(context) {
    for (const { exchange, reader } of requiredShuffles(context)) {
      if (exchange.partitioning.kind !== 'hash' || reader?.kind !== 'Aggregate') continue;
      const join = below(exchange.child, isLight);
      if (join.kind !== 'Join' || join.operator === 'BroadcastHashJoin') continue;
      const other =
        join.joinType === 'LeftOuter' ? join.rightKeys : join.joinType === 'RightOuter' ? join.leftKeys : [];
      const keys = exchange.partitioning.keys.map(canonicalKey);
      const where = context.place(reader.at);
      if (!where || other.length === 0 || !other.every((key) => keys.includes(canonicalKey(key)))) continue;
      yield {
        where,
        message: `the join ${context.lineText(join.at)} leaves the rows by ${listText(join.joinType === 'LeftOuter' ? join.leftKeys : join.rightKeys)} of its full side; grouping by ${listText(other)} of the other side shuffles them again`,
        confidence: 'high',
        whyConfidence: 'join and shuffle are in the plan',
      };
    }
  },
};

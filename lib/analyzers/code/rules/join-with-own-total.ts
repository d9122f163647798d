import type { Expression } from '#lib/plan/expression/expression.ts';
import type { Aggregate, Join, LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import { extractEquiJoinKeys } from '#lib/plan/optimize/equi-join-keys.ts';
import type { RuleContext } from '../context.ts';
import { definitionOf, isSmall, nodesOf } from '../facts/plans.ts';
import { isSameFrame } from '../facts/same-frame.ts';
import { operatorsOfAll } from '../facts/shuffles.ts';
import type { Rule } from '../rule.ts';

export const joinWithOwnTotal: Rule = {
  id: 'JON-09',
  name: 'join-with-own-total',
  title: 'a join of rows with a total of their own group',
  severity: 'medium',
  evidence: 'C',
  why: 'The rows are read and computed twice, and shuffled for the group-by and again for the join.',
  notWhen: 'There are few groups: a small side that is broadcast costs less than a window.',
  options: [
    {
      action: 'A window over the same keys: F.sum("x").over(Window.partitionBy("k")).',
      trade_off:
        'All rows of a group are in one task; rows whose key is null stay, while an inner join drops them.',
      avoid_when: 'Single groups are very large, or there are few groups.',
    },
    {
      action: 'cache() what both sides are made of.',
      trade_off: 'Memory of the executors; the shuffles stay.',
      avoid_when: 'It is only read from files.',
    },
  ],
  *check(context) {
    const broadcast = broadcastJoins(context);
    for (const { analyzed } of context.actions) {
      for (const join of nodesOf(analyzed, true)) {
        const where = context.place(join.at);
        if (join.kind !== 'Join' || !where || isSmall(join)) continue;
        const total = ownTotal(join);
        const isSure = nodesOf(join, true).every(
          (node) => node.kind !== 'Relation' || node.bytes !== undefined,
        );
        const hinted = join.leftHint === 'BROADCAST' || join.rightHint === 'BROADCAST';
        if (!total || ((isSure || hinted) && broadcast.has(join.at))) continue;
        yield {
          where,
          message: `the rows are joined with the group-by ${context.lineText(total.at)} of the same rows, by its own keys`,
          confidence: isSure ? 'high' : 'medium',
          whyConfidence: isSure
            ? 'both sides come from the same DataFrame by the same steps'
            : 'both sides come from the same DataFrame by the same steps; whether the totals are few enough to be broadcast is not known',
          ...(isSure ? {} : { severity: 'low' as const }),
        };
      }
    }
  },
};

/** Joins that Spark broadcasts by the sizes that are known. */
function broadcastJoins(context: RuleContext): ReadonlySet<number | undefined> {
  const found = new Set<number | undefined>();
  for (const { operator } of operatorsOfAll(context))
    if (operator.kind === 'Join' && operator.operator === 'BroadcastHashJoin') found.add(operator.at);
  return found;
}

/** The group-by on one side, where the other side is what it groups, and the join is by all its keys and nothing else. */
function ownTotal(join: Join): Aggregate | undefined {
  if (join.joinType !== 'Inner' && join.joinType !== 'LeftOuter') return undefined;
  const keys = extractEquiJoinKeys(join);
  if (!keys || keys.others.length > 0) return undefined;
  for (const [rows, total, rowKeys, totalKeys] of [
    [join.left, join.right, keys.left, keys.right],
    [join.right, join.left, keys.right, keys.left],
  ] as const) {
    const group = withoutNames(total);
    if (group.kind !== 'Aggregate' || group.grouping.length !== keys.left.length) continue;
    if (join.joinType === 'LeftOuter' && rows === join.right) continue;
    const [ownRows, groupedRows] = [withoutNames(rows), withoutNames(group.child)];
    if (!isSameFrame(ownRows, groupedRows)) continue;
    const fits = totalKeys.every((key, index) => {
      const grouped = columnOf(groupedBy(key, group), groupedRows);
      return grouped !== undefined && grouped === columnOf(rowKeys[index], ownRows);
    });
    if (fits) return group;
  }
  return undefined;
}

function withoutNames(plan: LogicalPlan): LogicalPlan {
  let at = plan;
  while (at.kind === 'Project' || at.kind === 'SubqueryAlias' || at.kind === 'JoinHint') at = at.child;
  return at;
}

/** What the group-by groups by, for a column that it gives. */
function groupedBy(key: Expression, group: Aggregate): Expression | undefined {
  const definition = key.kind === 'attribute' ? (definitionOf(key, group) ?? key) : key;
  return group.grouping.find(
    (each) => each.kind === 'attribute' && definition.kind === 'attribute' && each.id === definition.id,
  );
}

/** The name of a column that the rows have already, before any projection over them. */
function columnOf(key: Expression | undefined, rows: LogicalPlan): string | undefined {
  if (key?.kind !== 'attribute') return undefined;
  return outputOf(rows).find(({ id }) => id === key.id)?.name;
}

import type { NamedExpression } from '../expression/expression.ts';
import { alias, call, literal } from '../expression/make.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanUp } from '../logical/traverse.ts';
import { nodeRule } from './rule.ts';

/** dropDuplicates(keys) is an aggregate by the keys that takes the first value of every other column. */
export const replaceDeduplicateWithAggregate = nodeRule(
  'ReplaceDeduplicateWithAggregate',
  transformPlanUp,
  (plan, context) => {
    if (plan.kind !== 'Deduplicate') return plan;
    const keys = new Set(plan.keys.map((key) => key.id));
    const list = outputOf(plan.child).map((column): NamedExpression => {
      if (keys.has(column.id)) return column;
      const first = call('first', [column], { type: column.type, nullable: true, role: 'aggregate' });
      return alias(first, column.name, column.id);
    });
    context.note(
      'ReplaceDeduplicateWithAggregate',
      plan.at,
      'dropDuplicates runs as an aggregate by its columns',
    );
    const grouping = plan.keys.length > 0 ? plan.keys : [literal(1)];
    return { kind: 'Aggregate', at: plan.at, grouping, list, child: plan.child };
  },
);

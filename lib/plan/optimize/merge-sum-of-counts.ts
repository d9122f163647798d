import { isAtLeast } from '../conf.ts';
import type { Expression, NamedExpression } from '../expression/expression.ts';
import { alias, isAggregate, literal } from '../expression/make.ts';
import { mapOperands, references } from '../expression/traverse.ts';
import { nullableOf } from '../expression/type-of.ts';
import type { Aggregate } from '../logical/logical-plan.ts';
import { transformPlanUp } from '../logical/traverse.ts';
import { BIGINT } from '../types/names.ts';
import { isDuplicateAgnostic } from './eliminate-distinct.ts';
import { idsOf, isSubset } from './inner-joins.ts';
import { nodeRule } from './rule.ts';

const NAME = 'sum of counts';

/**
 * Counts of groups that are only summed up are a count of the larger groups: one aggregate instead of two. Seen in the plans of
 * Spark 4.3.0, not in 3.5.8.
 */
export const mergeSumOfCounts = nodeRule(NAME, transformPlanUp, (plan, context) => {
  if (!isAtLeast(context.settings, '4.3') || plan.kind !== 'Aggregate' || plan.child.kind !== 'Aggregate')
    return plan;
  const lower = plan.child;
  const counts = countsOf(lower);
  const keys = new Set(lower.list.flatMap((named) => (counts?.has(named.id) ? [] : [named.id])));
  if (counts === undefined || counts.size === 0 || lower.grouping.length === 0) return plan;
  if (!plan.grouping.every((key) => isSubset(references(key), keys))) return plan;
  const list = plan.list.map((named) => summed(named, counts, keys));
  if (!list.every((each) => each !== undefined)) return plan;
  if (!plan.list.some((named, i) => named !== list[i])) return plan;
  context.note(NAME, lower.at, 'its counts are only summed up: the larger groups are counted at once');
  const columns = lower.list.filter((named) => keys.has(named.id));
  // The keys must be there below the one aggregate that is left.
  if (
    !columns.every((named) => named.kind === 'attribute' || isSubset(references(named), idsOf(lower.child)))
  )
    return plan;
  return {
    ...plan,
    list: list as readonly NamedExpression[],
    child: { kind: 'Project', at: lower.at, list: columns, child: lower.child },
  };
});

/** The columns of an aggregate that count rows; undefined when it computes anything else. */
function countsOf(aggregate: Aggregate): ReadonlySet<number> | undefined {
  const counts = new Set<number>();
  for (const named of aggregate.list) {
    if (named.kind === 'attribute' || !hasAggregate(named.child)) continue;
    const value = named.child;
    const counting =
      value.kind === 'call' &&
      value.fn === 'count' &&
      !value.distinct &&
      !value.filter &&
      !value.args.some(nullableOf);
    if (!counting) return undefined;
    counts.add(named.id);
  }
  return counts;
}

function hasAggregate(expression: Expression): boolean {
  let found = isAggregate(expression);
  mapOperands(expression, (operand) => {
    if (hasAggregate(operand)) found = true;
    return operand;
  });
  return found;
}

/** The result with its sums of counts as sums of one for each row; undefined when it looks at the groups in another way. */
function summed(
  named: NamedExpression,
  counts: ReadonlySet<number>,
  keys: ReadonlySet<number>,
): NamedExpression | undefined {
  let fits = true;
  const replace = (expression: Expression): Expression => {
    if (isAggregate(expression) && expression.kind === 'call') {
      const [argument] = expression.args;
      const sums = expression.fn === 'sum' && argument?.kind === 'attribute' && counts.has(argument.id);
      if (sums && !expression.distinct && !expression.filter)
        return { ...expression, args: [literal(1, BIGINT)] };
      if (!isDuplicateAgnostic(expression) || !isSubset(references(expression), keys)) fits = false;
      return expression;
    }
    if (expression.kind === 'attribute' && counts.has(expression.id)) fits = false;
    return mapOperands(expression, replace);
  };
  const replaced = named.kind === 'alias' ? withChild(named, replace(named.child)) : replace(named);
  return fits ? (replaced as NamedExpression) : undefined;
}

function withChild(named: Extract<NamedExpression, { kind: 'alias' }>, child: Expression): NamedExpression {
  return child === named.child
    ? named
    : { ...alias(child, named.name, named.id), ...(named.qualifier && { qualifier: named.qualifier }) };
}

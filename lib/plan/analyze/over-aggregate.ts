import { semanticEquals } from '../expression/canonical.ts';
import type { Attribute, Expression, NamedExpression } from '../expression/expression.ts';
import { alias, isAggregate, toAttribute } from '../expression/make.ts';
import { expressionText } from '../expression/text.ts';
import { mapOperands } from '../expression/traverse.ts';
import type { Aggregate, LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { mapChildren } from '../logical/traverse.ts';
import { groupingBit } from './grouping-sets.ts';
import type { Session } from './session.ts';

/**
 * HAVING and ORDER BY over an aggregation may aggregate and may use its keys: what they need is added to the Aggregate
 * and dropped again above (ResolveAggregateFunctions).
 */
export function aggregateBelow(plan: LogicalPlan): Aggregate | undefined {
  switch (plan.kind) {
    case 'Aggregate':
      return plan;
    case 'Filter':
      return aggregateBelow(plan.child);
    case 'Project': {
      const attributesOnly = plan.list.every((named) => named.kind === 'attribute');
      return attributesOnly && plan.child.kind === 'Filter' ? aggregateBelow(plan.child) : undefined;
    }
    default:
      return undefined;
  }
}

/** What the aggregation reads, as its query names it: without the copies of keys that an Expand adds. */
export function aggregateInput(aggregate: Aggregate): readonly Attribute[] {
  const { child } = aggregate;
  return child.kind === 'Expand' && child.child.kind === 'Project'
    ? outputOf(child.child.child)
    : outputOf(child);
}

export interface OverAggregate {
  readonly plan: LogicalPlan;
  readonly expressions: readonly Expression[];
}

export function pushIntoAggregate(
  plan: LogicalPlan,
  aggregate: Aggregate,
  expressions: readonly Expression[],
  session: Session,
): OverAggregate {
  const keys = groupingKeys(aggregate);
  const given = new Set(outputOf(aggregate).map((attribute) => attribute.id));
  const added: NamedExpression[] = [];
  const provide = (expression: Expression, name: string): Attribute => {
    const same = [...aggregate.list, ...added].find((named) =>
      semanticEquals(named.kind === 'alias' ? named.child : named, expression),
    );
    if (same !== undefined) return toAttribute(same);
    const named = expression.kind === 'attribute' ? expression : alias(expression, name, session.nextId());
    added.push(named);
    return toAttribute(named);
  };
  const rewrite = (expression: Expression): Expression => {
    if (expression.kind === 'attribute' && given.has(expression.id)) return expression;
    const aboutSets = groupingFunction(expression, aggregate, keys);
    if (aboutSets !== undefined) return provide(aboutSets, expressionText(expression));
    if (isAggregate(expression)) return provide(expression, expressionText(expression));
    const key = keys.find((each) => semanticEquals(each.written, expression));
    if (key !== undefined) return provide(key.grouped, expressionText(expression));
    return mapOperands(expression, rewrite);
  };
  const rewritten = expressions.map(rewrite);
  return { plan: added.length === 0 ? plan : withAdded(plan, added), expressions: rewritten };
}

/** `grouping(k)` and `grouping_id()` read the id that the Expand adds. */
function groupingFunction(
  expression: Expression,
  aggregate: Aggregate,
  keys: readonly GroupingKey[],
): Expression | undefined {
  const id = aggregate.grouping.at(-1);
  if (expression.kind !== 'call' || id?.kind !== 'attribute' || aggregate.child.kind !== 'Expand') {
    return undefined;
  }
  if (expression.fn === 'grouping_id') return id;
  if (expression.fn !== 'grouping') return undefined;
  return groupingBit(
    expression.args[0],
    keys.map((key) => key.written),
    id,
  );
}

interface GroupingKey {
  /** As the query says it, over the aggregation's input. */
  readonly written: Expression;
  readonly grouped: Expression;
}

function groupingKeys(aggregate: Aggregate): readonly GroupingKey[] {
  const { child, grouping } = aggregate;
  if (child.kind !== 'Expand' || child.child.kind !== 'Project') {
    return grouping.map((key) => ({ written: key, grouped: key }));
  }
  const count = grouping.length - 1;
  const aliases = child.child.list.slice(child.child.list.length - count);
  return aliases.flatMap((named, i) => {
    const grouped = grouping[i];
    return grouped === undefined || named.kind !== 'alias' ? [] : [{ written: named.child, grouped }];
  });
}

function withAdded(plan: LogicalPlan, added: readonly NamedExpression[]): LogicalPlan {
  if (plan.kind === 'Aggregate') return { ...plan, list: [...plan.list, ...added] };
  const below = mapChildren(plan, (child) => withAdded(child, added));
  return below.kind === 'Project' ? { ...below, list: [...below.list, ...added.map(toAttribute)] } : below;
}

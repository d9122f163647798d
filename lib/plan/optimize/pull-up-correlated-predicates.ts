import type { Attribute, Expression } from '../expression/expression.ts';
import { conjunction, conjuncts } from '../expression/make.ts';
import { referencedAttributes, some, transformUp } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { childrenOf, mapChildren } from '../logical/traverse.ts';
import { isFoldable } from './fold.ts';
import { idsOf } from './inner-joins.ts';

export interface PulledUp {
  /** The subquery's plan without what it takes from around it. */
  readonly plan: LogicalPlan;
  /** What was taken out: conditions between the plan's columns and those of the query around it, which stay marked. */
  readonly conditions: readonly Expression[];
}

/**
 * Takes the conditions that compare with the outer query out of a subquery; the columns they read are added to the
 * projections and groupings above them. Source: PullupCorrelatedPredicates, DecorrelateInnerQuery.
 */
export function pullUpCorrelatedPredicates(plan: LogicalPlan): PulledUp {
  return pull(plan);
}

function pull(plan: LogicalPlan): PulledUp {
  if (childrenOf(plan).length === 0) return { plan, conditions: [] };
  const conditions: Expression[] = [];
  const over = mapChildren(plan, (child) => {
    const below = pull(child);
    conditions.push(...below.conditions);
    return below.plan;
  });
  switch (over.kind) {
    case 'Filter': {
      const all = conjuncts(over.condition);
      const local = conjunction(all.filter((each) => !hasOuter(each)));
      conditions.push(...all.filter(hasOuter));
      return { plan: local === undefined ? over.child : { ...over, condition: local }, conditions };
    }
    case 'Join': {
      if (over.condition === undefined || over.joinType !== 'Inner') return { plan: over, conditions };
      const all = conjuncts(over.condition);
      conditions.push(...all.filter(hasOuter));
      return { plan: { ...over, condition: conjunction(all.filter((each) => !hasOuter(each))) }, conditions };
    }
    case 'Project': {
      const missing = missingColumns(over, conditions);
      const list = missing.length > 0 ? [...over.list, ...missing] : over.list;
      return { plan: list === over.list ? over : { ...over, list }, conditions };
    }
    case 'Aggregate': {
      const missing = missingColumns(over, conditions);
      if (missing.length === 0) return { plan: over, conditions };
      const grouping = [...over.grouping.filter((key) => !isFoldable(key)), ...missing];
      return { plan: { ...over, grouping, list: [...over.list, ...missing] }, conditions };
    }
    default:
      return { plan: over, conditions };
  }
}

/** What the conditions read of the plan's input but do not find in its output. */
function missingColumns(
  plan: Extract<LogicalPlan, { kind: 'Project' | 'Aggregate' }>,
  conditions: readonly Expression[],
): readonly Attribute[] {
  const output = idsOf(plan);
  const below = new Map(outputOf(plan.child).map((attribute) => [attribute.id, attribute]));
  const missing = new Map<number, Attribute>();
  for (const attribute of conditions.flatMap(referencedAttributes)) {
    if (!output.has(attribute.id) && below.has(attribute.id))
      missing.set(attribute.id, below.get(attribute.id)!);
  }
  return [...missing.values()];
}

function hasOuter(expression: Expression): boolean {
  return some(expression, (part) => part.kind === 'outer');
}

export function withoutOuter(expression: Expression): Expression {
  return transformUp(expression, (part) => (part.kind === 'outer' ? part.attribute : part));
}

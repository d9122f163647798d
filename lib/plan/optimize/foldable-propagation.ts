import type { Expression } from '../expression/expression.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { childrenOf, mapChildren, mapExpressions } from '../logical/traverse.ts';
import { type AliasMap, replaceAttributes, replaceNamed } from './aliases.ts';
import { isFoldable } from './fold.ts';
import { idsOf } from './inner-joins.ts';
import type { Rule } from './rule.ts';

/**
 * A column that is a constant is that constant wherever it is read: sorting by it is no sorting. Source:
 * FoldablePropagation.
 */
export const foldablePropagation: Rule = {
  name: 'FoldablePropagation',
  apply: (plan) => propagate(plan).plan,
};

interface Propagated {
  readonly plan: LogicalPlan;
  readonly constants: AliasMap;
}

const NONE: AliasMap = new Map();

function propagate(plan: LogicalPlan): Propagated {
  if (childrenOf(plan).length === 0) return { plan, constants: NONE };
  const constants = new Map<number, Expression>();
  const over = mapChildren(plan, (child) => {
    const below = propagate(child);
    for (const [id, value] of below.constants) constants.set(id, value);
    return below.plan;
  });
  switch (over.kind) {
    case 'Project': {
      const list = over.list.map((named) => replaceNamed(named, constants));
      const made = new Map(
        list.flatMap((named) =>
          named.kind === 'alias' && isFoldable(named.child) ? [[named.id, named.child] as const] : [],
        ),
      );
      const same = list.every((named, i) => named === over.list[i]);
      return { plan: same ? over : { ...over, list }, constants: made };
    }
    case 'Aggregate': {
      if (constants.size === 0) return { plan: over, constants: NONE };
      const grouping = over.grouping.map((key) => replaceAttributes(key, constants));
      const list = over.list.map((named) => replaceNamed(named, constants));
      return { plan: { ...over, grouping, list }, constants: NONE };
    }
    case 'Filter':
    case 'Sort':
    case 'RepartitionByExpression':
    case 'Repartition':
    case 'GlobalLimit':
    case 'LocalLimit':
    case 'Sample':
    case 'Generate':
    case 'Window':
      return { plan: mapExpressions(over, (each) => replaceAttributes(each, constants)), constants };
    case 'Join': {
      const kept = new Map([...constants].filter(([id]) => !isFilledUp(over, id)));
      return { plan: mapExpressions(over, (each) => replaceAttributes(each, constants)), constants: kept };
    }
    default:
      return { plan: over, constants: NONE };
  }
}

/** An outer join makes nulls of a constant. */
function isFilledUp(join: Extract<LogicalPlan, { kind: 'Join' }>, id: number): boolean {
  switch (join.joinType) {
    case 'LeftOuter':
      return idsOf(join.right).has(id);
    case 'RightOuter':
      return idsOf(join.left).has(id);
    case 'FullOuter':
      return true;
    default:
      return false;
  }
}

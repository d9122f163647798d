import type { Expression } from '../expression/expression.ts';
import { conjuncts, isAggregate } from '../expression/make.ts';
import { isDeterministic, references, referencesOf, some } from '../expression/traverse.ts';
import type { Filter, LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { mapChildren } from '../logical/traverse.ts';
import { aliasMap, attributeMap, needsPlainColumn, replaceAttributes } from './aliases.ts';
import { filtered, idsOf, isSubset } from './inner-joins.ts';

/**
 * Filters before computing, grouping, sorting and shuffling rather than after, where that gives the same.
 * Source: PushPredicateThroughNonJoin.
 */
export function pushPredicateThroughNonJoin(filter: Filter): LogicalPlan {
  const child = filter.child;
  switch (child.kind) {
    case 'Project': {
      const map = aliasMap(child.list);
      if (!child.list.every(isDeterministic) || needsPlainColumn(filter.condition, map)) return filter;
      const condition = replaceAttributes(filter.condition, map);
      return { ...child, child: { ...filter, condition, child: child.child } };
    }
    case 'Aggregate': {
      if (!child.list.every(isDeterministic) || child.grouping.length === 0) return filter;
      const map = aliasMap(child.list);
      const computed = new Set(
        child.list.flatMap((named) => (some(named, isAggregate) && named.kind === 'alias' ? [named.id] : [])),
      );
      return pushed(filter, child, (each) => {
        if (needsPlainColumn(each, map) || [...references(each)].some((id) => computed.has(id)))
          return undefined;
        const below = replaceAttributes(each, map);
        return isSubset(references(below), idsOf(child.child)) ? below : undefined;
      });
    }
    case 'Window': {
      const keys = child.partitionBy;
      if (!keys.every((key) => key.kind === 'attribute')) return filter;
      const ids = referencesOf(keys);
      return pushed(filter, child, (each) => (isSubset(references(each), ids) ? each : undefined));
    }
    case 'Union': {
      const split = splitDeterministic(filter.condition);
      if (split.pushed.length === 0) return filter;
      const children = child.children.map((input) => {
        const map = attributeMap(child.output, outputOf(input));
        return filtered(
          input,
          split.pushed.map((each) => replaceAttributes(each, map)),
          filter.at,
        );
      });
      return filtered({ ...child, children }, split.kept, filter.at);
    }
    case 'Generate':
    case 'Distinct':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'Sort':
    case 'Expand': {
      const below = child.child;
      return pushed(filter, child, (each) => (isSubset(references(each), idsOf(below)) ? each : undefined));
    }
    default:
      return filter;
  }
}

/** Splits the condition into what `below` can say under the child, and what stays above. */
function pushed(
  filter: Filter,
  child: Exclude<LogicalPlan, { kind: 'Filter' }>,
  below: (condition: Expression) => Expression | undefined,
): LogicalPlan {
  const down: Expression[] = [];
  const kept: Expression[] = [];
  for (const condition of conjuncts(filter.condition)) {
    const moved = isDeterministic(condition) && references(condition).size > 0 ? below(condition) : undefined;
    if (moved) down.push(moved);
    else kept.push(condition);
  }
  if (down.length === 0) return filter;
  return filtered(
    mapChildren(child, (input) => filtered(input, down, filter.at)),
    kept,
    filter.at,
  );
}

function splitDeterministic(condition: Expression): {
  readonly pushed: readonly Expression[];
  readonly kept: readonly Expression[];
} {
  const all = conjuncts(condition);
  return { pushed: all.filter(isDeterministic), kept: all.filter((each) => !isDeterministic(each)) };
}

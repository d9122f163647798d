import type { Attribute, NamedExpression } from '../expression/expression.ts';
import { references, referencesOf } from '../expression/traverse.ts';
import type { LogicalPlan, Project } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { planText } from '../logical/text.ts';
import {
  childrenOf,
  expressionsOf,
  mapChildren,
  transformPlanDown,
  transformPlanUp,
} from '../logical/traverse.ts';
import { idsOf, isSubset } from './inner-joins.ts';
import { nodeRule, type Rule } from './rule.ts';

/**
 * Reads no column that nobody above needs. It decides the sizes that joins are chosen by. Source: ColumnPruning.
 */
export const columnPruning: Rule = {
  name: 'ColumnPruning',
  apply(plan, context) {
    const pruned = removeProjectBeforeFilter(prune.apply(plan, context));
    // What is put under a filter and taken away again leaves new nodes that are no change.
    return pruned === plan || planText(pruned, true) === planText(plan, true) ? plan : pruned;
  },
};

const prune = nodeRule('ColumnPruning', transformPlanDown, (plan) => {
  switch (plan.kind) {
    case 'Aggregate':
      return overChild(plan, referencesOf(expressionsOf(plan)));
    case 'PythonGroupMap':
      return plan;
    case 'Expand':
      return overChild(plan, referencesOf(expressionsOf(plan)));
    case 'Join': {
      if (!['LeftSemi', 'LeftAnti', 'ExistenceJoin'].includes(plan.joinType)) return plan;
      const needed = plan.condition ? references(plan.condition) : new Set<number>();
      const right = prunedChild(plan.right, needed);
      return right === plan.right ? plan : { ...plan, right };
    }
    case 'Project':
      return underProject(plan, referencesOf(plan.list));
    default:
      return plan;
  }
});

function overChild<P extends Extract<LogicalPlan, { child: LogicalPlan }>>(
  plan: P,
  needed: ReadonlySet<number>,
): LogicalPlan {
  return mapChildren(plan, (child) => prunedChild(child, needed));
}

function prunedChild(child: LogicalPlan, needed: ReadonlySet<number>): LogicalPlan {
  if (isSubset(idsOf(child), needed)) return child;
  const list = outputOf(child).filter((attribute) => needed.has(attribute.id));
  return { kind: 'Project', at: child.at, list, child };
}

function underProject(plan: Project, read: ReadonlySet<number>): LogicalPlan {
  const child = plan.child;
  const isRead = (named: NamedExpression) => read.has(named.id);
  const readsAll = isSubset(idsOf(child), read);
  switch (child.kind) {
    case 'Project':
    case 'Aggregate': {
      if (readsAll) return plan;
      const list = child.list.filter(isRead);
      // A global aggregate must keep giving its one row.
      return { ...plan, child: { ...child, list } };
    }
    case 'Expand': {
      if (readsAll) return plan;
      const kept = child.output.flatMap((attribute, i) => (isRead(attribute) ? [i] : []));
      return {
        ...plan,
        child: {
          ...child,
          output: kept.map((i) => child.output[i]!),
          projections: child.projections.map((projection) => kept.map((i) => projection[i]!)),
        },
      };
    }
    case 'Generate': {
      const made = new Set(child.generatorOutput.map((attribute) => attribute.id));
      const needed = new Set([...read, ...references(child.generator)].filter((id) => !made.has(id)));
      const below = prunedChild(child.child, needed);
      return below === child.child ? plan : { ...plan, child: { ...child, child: below } };
    }
    case 'Union': {
      if (readsAll) return plan;
      const kept = child.output.flatMap((attribute, i) => (isRead(attribute) ? [i] : []));
      const children = child.children.map((input) => {
        const output = outputOf(input);
        return {
          kind: 'Project' as const,
          at: input.at,
          list: kept.map((i) => output[i] as Attribute),
          child: input,
        };
      });
      return { ...plan, child: { ...child, children, output: kept.map((i) => child.output[i]!) } };
    }
    case 'Window': {
      if (child.list.every(isRead)) return generic(plan, read);
      const list = child.list.filter(isRead);
      return { ...plan, child: list.length === 0 ? child.child : { ...child, list } };
    }
    case 'Distinct':
    case 'Intersect':
    case 'Except':
    case 'PythonMap':
    case 'PythonGroupMap':
    case 'PythonCogroupMap':
    case 'Opaque':
    case 'Write':
      return plan;
    default:
      return childrenOf(child).length === 0 ? plan : generic(plan, read);
  }
}

/** For nodes that pass their children's columns on. */
function generic(plan: Project, read: ReadonlySet<number>): LogicalPlan {
  const child = plan.child;
  const needed = new Set([...read, ...referencesOf(expressionsOf(child))]);
  const pruned = mapChildren(child, (input) => prunedChild(input, needed));
  return pruned === child ? plan : { ...plan, child: pruned };
}

/** The projections that pruning puts under filters are not needed there. */
function removeProjectBeforeFilter(plan: LogicalPlan): LogicalPlan {
  return transformPlanUp(plan, (node) => {
    if (node.kind !== 'Project' || node.child.kind !== 'Filter' || node.child.child.kind !== 'Project')
      return node;
    const filter = node.child;
    const below = node.child.child;
    if (!below.list.every((named) => named.kind === 'attribute')) return node;
    return { ...node, child: { ...filter, child: below.child } };
  });
}

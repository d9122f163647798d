import { semanticEquals } from '../expression/canonical.ts';
import type { Attribute, Expression } from '../expression/expression.ts';
import { referencesOf } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { childrenOf, mapChildren } from '../logical/traverse.ts';
import { inputScope, type Scope } from './scope.ts';
import type { Session } from './session.ts';

/**
 * Columns that a plan does not give but could: what a projection below left out, which sort and filter may still use
 * (ColumnResolutionHelper.resolveExprsAndAddMissingAttrs), and the keys that a join with USING hides.
 */

/** Where a select, an aggregation and the like look up names: the child's columns, then what it hides. */
export function scopeOver(child: LogicalPlan, session: Session, at: number, around?: Scope): Scope {
  const layers = [outputOf(child), hiddenColumns(child)];
  return { ...inputScope(session, at, layers, around), inputs: [child] };
}

/** What a select may name besides the input's columns. */
export function hiddenColumns(plan: LogicalPlan): readonly Attribute[] {
  switch (plan.kind) {
    case 'Project':
      return plan.hidden ?? hiddenColumns(plan.child);
    case 'Aggregate':
    case 'Union':
    case 'Intersect':
    case 'Except':
    case 'Distinct':
    case 'Expand':
    case 'PythonMap':
    case 'PythonGroupMap':
    case 'PythonCogroupMap':
    case 'Opaque':
      return [];
    case 'SubqueryAlias':
      return hiddenColumns(plan.child).map((attribute) => ({ ...attribute, qualifier: [plan.alias] }));
    default:
      return childrenOf(plan).flatMap(hiddenColumns);
  }
}

/** What sort and filter may name besides the input's columns, nearest first. */
export function columnsBelow(plan: LogicalPlan): readonly (readonly Attribute[])[] {
  switch (plan.kind) {
    case 'Project':
      return [outputOf(plan.child), ...columnsBelow(plan.child)];
    case 'Aggregate': {
      const grouped = outputOf(plan.child).filter((a) => plan.grouping.some((key) => semanticEquals(key, a)));
      return [grouped];
    }
    case 'Distinct':
    case 'SubqueryAlias':
      return [];
    default: {
      const [child, other] = childrenOf(plan);
      return child === undefined || other !== undefined ? [] : columnsBelow(child);
    }
  }
}

/** The plan, extended so that it gives all that the expressions read; projections on the way let it through. */
export function withMissing(plan: LogicalPlan, expressions: readonly Expression[]): LogicalPlan {
  const given = new Set(outputOf(plan).map((attribute) => attribute.id));
  const missing = [...referencesOf(expressions)].filter((id) => !given.has(id));
  return missing.length === 0 ? plan : extend(plan, new Set(missing));
}

function extend(plan: LogicalPlan, missing: ReadonlySet<number>): LogicalPlan {
  switch (plan.kind) {
    case 'Project':
    case 'Aggregate': {
      const child = extend(plan.child, missing);
      const given = new Set(outputOf(plan).map((attribute) => attribute.id));
      const added = outputOf(child).filter((a) => missing.has(a.id) && !given.has(a.id));
      if (added.length === 0) return plan;
      if (
        plan.kind === 'Aggregate' &&
        !added.every((a) => plan.grouping.some((key) => semanticEquals(key, a)))
      ) {
        return plan;
      }
      return { ...plan, list: [...plan.list, ...added], child };
    }
    case 'Distinct':
    case 'Union':
    case 'Intersect':
    case 'Except':
    case 'Expand':
      return plan;
    default:
      return mapChildren(plan, (child) => extend(child, missing));
  }
}

/** The plan with just these columns; itself when it has no others. */
export function onlyColumns(plan: LogicalPlan, columns: readonly Attribute[]): LogicalPlan {
  const output = outputOf(plan);
  if (output.length === columns.length) return plan;
  return { kind: 'Project', list: columns, child: plan, at: plan.at };
}

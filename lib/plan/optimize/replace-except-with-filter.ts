import { canonicalKey } from '../expression/canonical.ts';
import type { Expression } from '../expression/expression.ts';
import { coalesce, conjunction, literal, not } from '../expression/make.ts';
import { isDeterministic, references } from '../expression/traverse.ts';
import type { LogicalPlan, SetOperation } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanDown } from '../logical/traverse.ts';
import { attributeMap, replaceAttributes } from './aliases.ts';
import { hasSubquery } from './expression-traits.ts';
import { nodeRule } from './rule.ts';

/**
 * What is left of a table without some of its own rows is a filter: the right side's condition, turned round. Source:
 * ReplaceExceptWithFilter.
 */
export const replaceExceptWithFilter = nodeRule(
  'ReplaceExceptWithFilter',
  transformPlanDown,
  (plan, context) => {
    if (plan.kind !== 'Except' || plan.all) return plan;
    const replaced = asFilter(plan);
    if (replaced === undefined) return plan;
    context.note(
      'ReplaceExceptWithFilter',
      plan.at,
      'both sides are of one source: the right side is filtered out of the left',
    );
    return replaced;
  },
);

function asFilter(plan: SetOperation): LogicalPlan | undefined {
  const left = opened(plan.left);
  const right = opened(plan.right);
  if (left === undefined || right === undefined || right.conditions.length === 0) return undefined;
  if (left.conditions.some(hasSubquery) || right.conditions.some(hasSubquery)) return undefined;
  const from = outputOf(right.source);
  const to = outputOf(left.source);
  if (!sameSource(left.source, right.source)) return undefined;
  const map = attributeMap(from, to);
  const columns = (list: readonly Expression[]) => list.map(canonicalKey).join();
  if (columns(right.columns.map((each) => replaceAttributes(each, map))) !== columns(left.columns))
    return undefined;
  const available = new Set(outputOf(plan.left).map((attribute) => attribute.id));
  const conditions = right.conditions.map((each) => replaceAttributes(each, map));
  if (!conditions.every((each) => isDeterministic(each) && onlyReads(each, available))) return undefined;
  const condition = not(coalesce([conjunction(conditions)!, literal(false)]));
  return {
    kind: 'Distinct',
    at: plan.at,
    child: { kind: 'Filter', at: plan.at, condition, child: plan.left },
  };
}

interface Opened {
  readonly source: LogicalPlan;
  readonly conditions: readonly Expression[];
  readonly columns: readonly Expression[];
}

/** A source with at most plain columns chosen and filters between. */
function opened(plan: LogicalPlan): Opened | undefined {
  switch (plan.kind) {
    case 'Filter': {
      const below = opened(plan.child);
      return below && { ...below, conditions: [...below.conditions, plan.condition] };
    }
    case 'Project': {
      const below = opened(plan.child);
      if (below === undefined || !plan.list.every((named) => named.kind === 'attribute')) return undefined;
      return { ...below, columns: plan.list };
    }
    case 'SubqueryAlias':
      return opened(plan.child);
    case 'Relation':
      return { source: plan, conditions: [], columns: plan.output };
    default:
      return undefined;
  }
}

function sameSource(a: LogicalPlan, b: LogicalPlan): boolean {
  return a.kind === 'Relation' && b.kind === 'Relation' && a.source === b.source && a.format === b.format;
}

function onlyReads(expression: Expression, available: ReadonlySet<number>): boolean {
  return [...references(expression)].every((id) => available.has(id));
}

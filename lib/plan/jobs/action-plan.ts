import { flag, isAtLeast } from '../conf.ts';
import type { Attribute, NamedExpression } from '../expression/expression.ts';
import { alias, call, LONG_ONE } from '../expression/make.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import type { PlanSettings } from '../settings.ts';
import { BIGINT, STRING } from '../types/names.ts';
import type { Use } from './static-run.ts';

/** An action on a DataFrame or a writer: what Spark plans for it, and how the root is used. */
export interface ActionPlan {
  readonly plan: LogicalPlan;
  readonly use: Use;
  /** Whether the DataFrame's own plan is run, so that a later action on the same DataFrame finds its shuffles. */
  readonly own: boolean;
}

/** Ids for the columns that an action adds; the optimizer starts after the largest one it sees. */
export const ADDED_IDS = 1_000_000_000;

/** What only the action asks for, a count or a limit, comes from the operation `at`, which is its call. */
export function actionPlan(
  method: string,
  plan: LogicalPlan,
  rows: number | undefined,
  settings: PlanSettings,
  at: number | undefined = plan.at,
): ActionPlan {
  switch (method) {
    case 'count':
      return { plan: counted(plan, at), use: { kind: 'collect' }, own: false };
    case 'show':
      return {
        plan: limited(asStrings(plan, settings), (rows ?? 20) + 1, at),
        use: { kind: 'collect' },
        own: false,
      };
    case 'take':
    case 'head':
    case 'first':
      return { plan: limited(plan, rows ?? 1, at), use: { kind: 'collect' }, own: false };
    case 'tail':
      return { plan, use: { kind: 'take', rows: rows ?? 1 }, own: true };
    case 'isEmpty': {
      const nothing: LogicalPlan = { kind: 'Project', at: plan.at, list: [], child: plan };
      return isAtLeast(settings, '4.0')
        ? { plan: limited(nothing, 1, at), use: { kind: 'execute' }, own: false }
        : { plan: nothing, use: { kind: 'take', rows: 1 }, own: false };
    }
    case 'toLocalIterator':
      return { plan, use: { kind: 'iterate' }, own: true };
    case 'toPandas': {
      const arrow = flag(settings, 'spark.sql.execution.arrow.pyspark.enabled', isAtLeast(settings, '4.2'));
      return { plan, use: { kind: arrow ? 'execute' : 'collect' }, own: true };
    }
    case 'collect':
      return { plan, use: { kind: 'collect' }, own: true };
    default:
      return { plan, use: { kind: 'execute' }, own: true };
  }
}

/** A limit over a sort is one operator with it, and the sort is what somebody wrote. */
function limited(plan: LogicalPlan, limit: number, call: LogicalPlan['at']): LogicalPlan {
  const at = isSorted(plan) ? plan.at : call;
  return {
    kind: 'GlobalLimit',
    at,
    limit,
    child: { kind: 'LocalLimit', at, limit, child: plan },
  };
}

function isSorted(plan: LogicalPlan): boolean {
  return plan.kind === 'Sort' || (plan.kind === 'Project' && isSorted(plan.child));
}

function counted(plan: LogicalPlan, at: LogicalPlan['at']): LogicalPlan {
  const one = call('count', [LONG_ONE], { type: BIGINT, nullable: false, role: 'aggregate' });
  return { kind: 'Aggregate', at, grouping: [], list: [alias(one, 'count', ADDED_IDS)], child: plan };
}

/** show() prints strings: everything else is cast first. */
function asStrings(plan: LogicalPlan, settings: PlanSettings): LogicalPlan {
  let id = ADDED_IDS;
  const isText = (attribute: Attribute) => attribute.type.kind === 'string' && !isAtLeast(settings, '3.5');
  const list = outputOf(plan).map((attribute): NamedExpression => {
    if (isText(attribute)) return attribute;
    const text = call('toprettystring', [attribute], { type: STRING, nullable: false });
    return alias(text, `toprettystring(${attribute.name})`, ++id);
  });
  return { kind: 'Project', at: plan.at, list, child: plan };
}

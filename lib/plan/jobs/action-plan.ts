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
const ADDED = 1_000_000_000;

export function actionPlan(
  method: string,
  plan: LogicalPlan,
  rows: number | undefined,
  settings: PlanSettings,
): ActionPlan {
  switch (method) {
    case 'count':
      return { plan: counted(plan), use: { kind: 'collect' }, own: false };
    case 'show':
      return {
        plan: limited(asStrings(plan, settings), (rows ?? 20) + 1),
        use: { kind: 'collect' },
        own: false,
      };
    case 'take':
    case 'head':
    case 'first':
      return { plan: limited(plan, rows ?? 1), use: { kind: 'collect' }, own: false };
    case 'tail':
      return { plan, use: { kind: 'take', rows: rows ?? 1 }, own: true };
    case 'isEmpty': {
      const nothing: LogicalPlan = { kind: 'Project', at: plan.at, list: [], child: plan };
      return isAtLeast(settings, '4.0')
        ? { plan: limited(nothing, 1), use: { kind: 'execute' }, own: false }
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

function limited(plan: LogicalPlan, limit: number): LogicalPlan {
  return {
    kind: 'GlobalLimit',
    at: plan.at,
    limit,
    child: { kind: 'LocalLimit', at: plan.at, limit, child: plan },
  };
}

function counted(plan: LogicalPlan): LogicalPlan {
  const one = call('count', [LONG_ONE], { type: BIGINT, nullable: false, role: 'aggregate' });
  return { kind: 'Aggregate', at: plan.at, grouping: [], list: [alias(one, 'count', ADDED)], child: plan };
}

/** show() prints strings: everything else is cast first. */
function asStrings(plan: LogicalPlan, settings: PlanSettings): LogicalPlan {
  let id = ADDED;
  const isText = (attribute: Attribute) => attribute.type.kind === 'string' && !isAtLeast(settings, '3.5');
  const list = outputOf(plan).map((attribute): NamedExpression => {
    if (isText(attribute)) return attribute;
    const text = call('toprettystring', [attribute], { type: STRING, nullable: false });
    return alias(text, `toprettystring(${attribute.name})`, ++id);
  });
  return { kind: 'Project', at: plan.at, list, child: plan };
}

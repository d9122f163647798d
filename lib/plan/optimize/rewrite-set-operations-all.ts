import type { Attribute, Expression, NamedExpression } from '../expression/expression.ts';
import { alias, and, call, literal, toAttribute } from '../expression/make.ts';
import type { Generate, LogicalPlan, SetOperation } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanUp } from '../logical/traverse.ts';
import { BIGINT, BOOLEAN } from '../types/names.ts';
import { nodeRule, type OptimizerContext } from './rule.ts';

/**
 * INTERSECT ALL and EXCEPT ALL count each row on both sides over a union, and repeat it as often as it is left.
 * Source: RewriteIntersectAll, RewriteExceptAll.
 */
export const rewriteSetOperationsAll = nodeRule('RewriteExceptAll', transformPlanUp, (plan, context) => {
  if ((plan.kind !== 'Intersect' && plan.kind !== 'Except') || !plan.all) return plan;
  const rule = plan.kind === 'Intersect' ? 'RewriteIntersectAll' : 'RewriteExceptAll';
  context.note(rule, plan.at, 'counts equal rows of both sides over a union instead of joining');
  return plan.kind === 'Except' ? exceptAll(plan, context) : intersectAll(plan, context);
});

function exceptAll(plan: SetOperation, context: OptimizerContext): LogicalPlan {
  const tag = (child: LogicalPlan, value: number) =>
    tagged(child, [alias(literal(value, BIGINT), 'vcol', context.fresh())], plan.at);
  const union = unionOf(tag(plan.left, 1), tag(plan.right, -1), plan.at);
  const keys = outputOf(plan.left);
  const sum = alias(aggregate('sum', outputOf(union).at(-1)!), 'sum', context.fresh());
  const counted = grouped(keys, [sum], union, plan.at);
  const positive: LogicalPlan = {
    kind: 'Filter',
    at: plan.at,
    condition: greater(toAttribute(sum), literal(0, BIGINT)),
    child: counted,
  };
  return repeated(toAttribute(sum), keys, positive, plan.at);
}

function intersectAll(plan: SetOperation, context: OptimizerContext): LogicalPlan {
  const one = literal(true);
  const none = literal(null, BOOLEAN);
  const tag = (child: LogicalPlan, left: Expression, right: Expression) =>
    tagged(child, [alias(left, 'vcol1', context.fresh()), alias(right, 'vcol2', context.fresh())], plan.at);
  const union = unionOf(tag(plan.left, one, none), tag(plan.right, none, one), plan.at);
  const [first, second] = outputOf(union).slice(-2) as [Attribute, Attribute];
  const keys = outputOf(plan.left);
  const counts = [
    alias(aggregate('count', first), 'vcol1_count', context.fresh()),
    alias(aggregate('count', second), 'vcol2_count', context.fresh()),
  ] as const;
  const [left, right] = [toAttribute(counts[0]), toAttribute(counts[1])];
  const both: LogicalPlan = {
    kind: 'Filter',
    at: plan.at,
    condition: and(greater(left, literal(0, BIGINT)), greater(right, literal(0, BIGINT))),
    child: grouped(keys, counts, union, plan.at),
  };
  const smaller = call('if', [greater(left, right), right, left], { type: BIGINT, nullable: false });
  const least = alias(smaller, 'min_count', context.fresh());
  const project: LogicalPlan = { kind: 'Project', at: plan.at, list: [...keys, least], child: both };
  return repeated(toAttribute(least), keys, project, plan.at);
}

function tagged(child: LogicalPlan, tags: readonly NamedExpression[], at: number | undefined): LogicalPlan {
  return {
    kind: 'Project',
    at,
    list: [...tags, ...outputOf(child)].toSorted((a, b) => +isTag(a) - +isTag(b)),
    child,
  };
}

function isTag(named: NamedExpression): boolean {
  return named.kind === 'alias';
}

function unionOf(left: LogicalPlan, right: LogicalPlan, at: number | undefined): LogicalPlan {
  return { kind: 'Union', at, children: [left, right], output: outputOf(left) };
}

function grouped(
  keys: readonly Attribute[],
  counts: readonly NamedExpression[],
  child: LogicalPlan,
  at: number | undefined,
): LogicalPlan {
  return { kind: 'Aggregate', at, grouping: keys, list: [...keys, ...counts], child };
}

function repeated(
  times: Attribute,
  keys: readonly Attribute[],
  child: LogicalPlan,
  at: number | undefined,
): LogicalPlan {
  const generator = call('replicaterows', [times, ...keys], {
    type: BIGINT,
    nullable: false,
    role: 'generator',
  });
  const generate: Generate = { kind: 'Generate', at, generator, outer: false, generatorOutput: [], child };
  return { kind: 'Project', at, list: keys, child: generate };
}

function aggregate(fn: string, argument: Expression): Expression {
  return call(fn, [argument], { type: BIGINT, nullable: fn === 'sum', role: 'aggregate' });
}

function greater(left: Expression, right: Expression): Expression {
  return call('>', [left, right], { type: BOOLEAN, nullable: true });
}

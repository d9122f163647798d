import { canonicalKey } from '../expression/canonical.ts';
import type { Attribute, Call, Expression, NamedExpression } from '../expression/expression.ts';
import { alias, call, equal, isAggregate, literal, toAttribute } from '../expression/make.ts';
import { expressionText } from '../expression/text.ts';
import { collect, transformUp } from '../expression/traverse.ts';
import { nullableOf, typeOf } from '../expression/type-of.ts';
import type { Aggregate, LogicalPlan } from '../logical/logical-plan.ts';
import { transformPlanUp } from '../logical/traverse.ts';
import { INT } from '../types/names.ts';
import { isFoldable } from './fold.ts';
import { nodeRule, type OptimizerContext } from './rule.ts';

const NAME = 'RewriteDistinctAggregates';

/**
 * DISTINCTs over different columns in one aggregate: every row is repeated for each of them, numbered by `gid`, grouped by
 * it and the distinct columns, and grouped again. Source: RewriteDistinctAggregates.
 */
export const rewriteDistinctAggregates = nodeRule(NAME, transformPlanUp, (plan, context) => {
  if (plan.kind !== 'Aggregate') return plan;
  const aggregates = new Map<string, Call>();
  for (const named of plan.list) {
    for (const each of collect(named, (part): part is Call => part.kind === 'call' && isAggregate(part))) {
      aggregates.set(canonicalKey(each), each);
    }
  }
  const distinct = [...aggregates.values()].filter((each) => each.distinct === true);
  const groups = groupedBy(distinct);
  if (groups.size < 2 && !distinct.some((each) => each.filter !== undefined)) return plan;
  context.note(
    NAME,
    plan.at,
    `DISTINCT over ${groups.size} sets of columns: each row is repeated for each set`,
  );
  return rewritten(
    plan,
    [...groups.values()],
    [...aggregates.values()].filter((each) => each.distinct !== true),
    context,
  );
});

function groupedBy(aggregates: readonly Call[]): ReadonlyMap<string, readonly Call[]> {
  const groups = new Map<string, Call[]>();
  for (const each of aggregates) groups.set(groupKey(each), [...(groups.get(groupKey(each)) ?? []), each]);
  return groups;
}

/** The columns that a DISTINCT is over, in no order. */
function groupKey(aggregate: Call): string {
  const varying = aggregate.args.filter((arg) => !isFoldable(arg));
  return (varying.length > 0 ? varying : aggregate.args.slice(0, 1)).map(canonicalKey).toSorted().join();
}

function rewritten(
  plan: Aggregate,
  groups: readonly (readonly Call[])[],
  regular: readonly Call[],
  context: OptimizerContext,
): LogicalPlan {
  const column = (expression: Expression): Attribute => ({
    kind: 'attribute',
    id: context.fresh(),
    name: expressionText(expression),
    type: typeOf(expression),
    nullable: true,
    qualifier: [],
  });
  const keys = plan.grouping.map((key) => ({ key, out: key.kind === 'attribute' ? key : column(key) }));
  const columnsOf = (calls: readonly Call[]) => {
    const found = new Map<string, { readonly arg: Expression; readonly out: Attribute }>();
    for (const arg of calls.flatMap((each) => each.args)) {
      if (!isFoldable(arg) && !found.has(canonicalKey(arg)))
        found.set(canonicalKey(arg), { arg, out: column(arg) });
    }
    return found;
  };
  const distinct = columnsOf(groups.flat());
  const others = columnsOf(regular);
  const gid: Attribute = {
    kind: 'attribute',
    id: context.fresh(),
    name: 'gid',
    type: INT,
    nullable: false,
    qualifier: [],
  };
  const nothing = (expression: Expression) => literal(null, typeOf(expression));
  const projection = (members: ReadonlySet<string>, number: number, withOthers: boolean) => [
    ...keys.map(({ key }) => key),
    ...[...distinct].map(([key, { arg }]) => (members.has(key) ? arg : nothing(arg))),
    literal(number),
    ...[...others.values()].map(({ arg }) => (withOthers ? arg : nothing(arg))),
  ];
  const expand: LogicalPlan = {
    kind: 'Expand',
    at: plan.at,
    projections: [
      ...(regular.length > 0 ? [projection(new Set(), 0, true)] : []),
      ...groups.map((group, i) =>
        projection(new Set(group.flatMap((each) => each.args.map(canonicalKey))), i + 1, false),
      ),
    ],
    output: [
      ...keys.map(({ out }) => out),
      ...[...distinct.values()].map(({ out }) => out),
      gid,
      ...[...others.values()].map(({ out }) => out),
    ],
    child: plan.child,
  };
  const replaceArgs = (each: Call, columns: typeof distinct): Call => ({
    ...each,
    args: each.args.map((arg) => columns.get(canonicalKey(arg))?.out ?? arg),
  });
  const firsts = regular.map((each) => ({
    each,
    first: alias(replaceArgs(each, others), expressionText(each), context.fresh()),
  }));
  const inner: LogicalPlan = {
    kind: 'Aggregate',
    at: plan.at,
    grouping: [...keys.map(({ out }) => out), ...[...distinct.values()].map(({ out }) => out), gid],
    list: [
      ...keys.map(({ out }) => out),
      ...[...distinct.values()].map(({ out }) => out),
      gid,
      ...firsts.map(({ first }) => first),
    ],
    child: expand,
  };
  const results = new Map<string, Expression>();
  groups.forEach((group, i) => {
    for (const each of group) {
      const { distinct: _distinct, ...plain } = replaceArgs(each, distinct);
      results.set(canonicalKey(each), { ...plain, filter: equal(gid, literal(i + 1)) });
    }
  });
  for (const { each, first } of firsts) {
    const value = toAttribute(first);
    const merged = call('first', [value], {
      type: value.type,
      nullable: nullableOf(value),
      role: 'aggregate',
    });
    results.set(canonicalKey(each), { ...merged, filter: equal(gid, literal(0)) });
  }
  const names = new Map(keys.map(({ key, out }) => [canonicalKey(key), out]));
  const list = plan.list.map((named): NamedExpression => {
    if (named.kind === 'attribute') return named;
    const child = transformUp(
      named.child,
      (part) => results.get(canonicalKey(part)) ?? names.get(canonicalKey(part)) ?? part,
    );
    return { ...named, child };
  });
  return { kind: 'Aggregate', at: plan.at, grouping: keys.map(({ out }) => out), list, child: inner };
}

import { semanticEquals } from '../expression/canonical.ts';
import type { Alias, Attribute, Expression, NamedExpression } from '../expression/expression.ts';
import { alias, call, literal, toAttribute, withNullability } from '../expression/make.ts';
import { expressionText } from '../expression/text.ts';
import { mapOperands } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { BIGINT, INT, TINYINT } from '../types/names.ts';
import type { Grouping } from './analyzer.ts';
import { newAttribute, type Session } from './session.ts';

/** rollup, cube and GROUPING SETS: an Aggregate over an Expand with an id for each set (ResolveGroupingAnalytics). */

/** The chosen keys of each set, by position. */
export function groupingSets(
  keys: number,
  mode: Grouping['mode'],
  sets: readonly (readonly number[])[] | undefined,
): readonly (readonly number[])[] {
  const all = Array.from({ length: keys }, (_, i) => i);
  switch (mode) {
    case 'rollup':
      return [...all.map((_, i) => all.slice(0, keys - i)), []];
    case 'cube':
      return subsets(all);
    case 'sets':
      return sets ?? [all];
    default:
      return [all];
  }
}

/** All subsets, each element first with, then without. */
function subsets(items: readonly number[]): readonly (readonly number[])[] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  const without = subsets(rest);
  return [...without.map((set) => [first, ...set]), ...without];
}

export interface ExpandedGrouping {
  readonly plan: LogicalPlan;
  readonly grouping: readonly Expression[];
  /** Keys outside of aggregate functions become the Expand's columns, `grouping(k)` reads the id. */
  readonly rewrite: (named: NamedExpression) => NamedExpression;
}

export function expandGrouping(
  child: LogicalPlan,
  keys: readonly Expression[],
  sets: readonly (readonly number[])[],
  session: Session,
  at: number,
): ExpandedGrouping {
  const aliases = keys.map((key) => groupingAlias(key, session));
  const everywhere = (i: number): boolean => sets.every((set) => set.includes(i));
  const attributes = aliases.map((key, i) => {
    const attribute = toAttribute(key);
    const renewed = { ...attribute, id: session.nextId() };
    return withNullability(renewed, attribute.nullable || !everywhere(i));
  });
  const id = newAttribute(session, 'spark_grouping_id', BIGINT, false);
  const input = outputOf(child);
  const project: LogicalPlan = { kind: 'Project', list: [...input, ...aliases], child, at };
  const projections = sets.map((set) => [
    ...input,
    ...aliases.map((key, i) => (set.includes(i) ? toAttribute(key) : literal(null, toAttribute(key).type))),
    literal(bitMask(set, keys.length), BIGINT),
  ]);
  const plan: LogicalPlan = {
    kind: 'Expand',
    projections,
    output: [...input, ...attributes, id],
    child: project,
    at,
  };
  const bare = aliases.map((key) => key.child);
  return {
    plan,
    grouping: [...attributes, id],
    rewrite: (named) => rewriteNamed(named, bare, attributes, id, session),
  };
}

function groupingAlias(key: Expression, session: Session): Alias {
  if (key.kind === 'alias') return alias(key.child, key.name, session.nextId());
  const name = key.kind === 'attribute' ? key.name : expressionText(key);
  const named = alias(key, name, session.nextId());
  return key.kind === 'attribute' ? { ...named, qualifier: key.qualifier } : named;
}

/** A bit for each key, the first key's the highest, set where the key is left out. */
function bitMask(set: readonly number[], keys: number): number {
  let mask = 0;
  for (let i = 0; i < keys; i += 1) mask = mask * 2 + (set.includes(i) ? 0 : 1);
  return mask;
}

function rewriteNamed(
  named: NamedExpression,
  keys: readonly Expression[],
  attributes: readonly Attribute[],
  id: Attribute,
  session: Session,
): NamedExpression {
  const rewrite = (expression: Expression): Expression => {
    if (expression.kind === 'call') {
      if (expression.fn === 'grouping_id') return id;
      if (expression.fn === 'grouping') return groupingBit(expression.args[0], keys, id);
      if (expression.role === 'aggregate') return expression;
    }
    const position = keys.findIndex((key) => semanticEquals(key, expression));
    return attributes[position] ?? mapOperands(expression, rewrite);
  };
  if (named.kind === 'attribute') return rewrite(named) as Attribute;
  const position = keys.findIndex((key) => semanticEquals(key, named.child));
  const attribute = attributes[position];
  if (attribute === undefined) return { ...named, child: rewrite(named.child) };
  return attribute.name === named.name ? attribute : alias(attribute, named.name, session.nextId());
}

/** `grouping(key)`: whether the row's set leaves the key out. */
export function groupingBit(
  key: Expression | undefined,
  keys: readonly Expression[],
  id: Attribute,
): Expression {
  const position = keys.findIndex((each) => key !== undefined && semanticEquals(each, key));
  const shift = call('>>', [id, literal(keys.length - 1 - position, INT)], { type: BIGINT, nullable: false });
  const bit = call('&', [shift, literal(1, BIGINT)], { type: BIGINT, nullable: false });
  return { kind: 'cast', child: bit, type: TINYINT, implicit: true };
}

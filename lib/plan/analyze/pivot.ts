import type { Attribute, Expression, Literal, NamedExpression } from '../expression/expression.ts';
import { alias, call, isAggregate, literal, nullSafeEqual, toAttribute } from '../expression/make.ts';
import { prettyName } from '../expression/pretty-name.ts';
import { mapOperands } from '../expression/traverse.ts';
import { nullableOf, typeOf } from '../expression/type-of.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { DataType } from '../types/data-type.ts';
import { arrayOf, INT, isNumeric, VOID } from '../types/names.ts';
import type { Grouping } from './analyzer.ts';
import { buildCall } from './build-call.ts';
import { castTo } from './casts.ts';
import type { Column } from './column.ts';
import { withMissing } from './missing-columns.ts';
import { resolveColumn, withoutAliases } from './resolve-column.ts';
import type { Scope } from './scope.ts';
import { nameIt, resolveList } from './select-list.ts';

/**
 * A pivot (ResolvePivot). Where PivotFirst can hold the results there are two aggregates, the first by keys and pivot
 * column, the second by keys alone; otherwise one, with a condition in each aggregate function.
 */
export function buildPivot(
  child: LogicalPlan,
  keys: readonly NamedExpression[],
  pivot: NonNullable<Grouping['pivot']>,
  aggregates: readonly Column[],
  scope: Scope,
): LogicalPlan {
  const { session } = scope;
  const column = nameIt(resolveColumn(pivot.column, scope), session);
  const items = resolveList(aggregates, scope, new Set()).filter((item) => item.kind !== 'generator');
  const input = withMissing(child, [column, ...items]);
  // Without values Spark looks for them in a job of its own; one column stands for those that it will find.
  const values = pivot.values?.map(
    (value): PivotValue => ({ value: pivotLiteral(value, column), name: undefined }),
  ) ?? [{ value: literal(null, VOID), name: `<${column.name}>` }];
  return pivotOver(input, keys, column, values, items, scope);
}

export interface PivotValue {
  readonly value: Expression;
  readonly name: string | undefined;
}

export function pivotOver(
  child: LogicalPlan,
  keys: readonly NamedExpression[],
  column: NamedExpression,
  values: readonly PivotValue[],
  aggregates: readonly NamedExpression[],
  scope: Scope,
): LogicalPlan {
  const parts: PivotParts = { child, keys, column, values, aggregates, scope };
  return aggregates.every((each) => pivotFirstHolds(typeOf(each)))
    ? twoAggregates(parts)
    : oneAggregate(parts);
}

interface PivotParts {
  readonly child: LogicalPlan;
  readonly keys: readonly NamedExpression[];
  readonly column: NamedExpression;
  readonly values: readonly PivotValue[];
  readonly aggregates: readonly NamedExpression[];
  readonly scope: Scope;
}

/** PivotFirst.supportsDataType: values that an array of primitives holds. */
function pivotFirstHolds(type: DataType): boolean {
  return isNumeric(type) || type.kind === 'boolean' || type.kind === 'unknown';
}

function twoAggregates({ child, keys, column, values, aggregates, scope }: PivotParts): LogicalPlan {
  const { session, at } = scope;
  const pivotColumn = column.kind === 'attribute' ? column : { ...column, name: '__pivot_col' };
  const results = aggregates.map((each) => {
    const bare = withoutAliases(each);
    return alias(bare, prettyName(bare), session.nextId());
  });
  const byAll: LogicalPlan = {
    kind: 'Aggregate',
    grouping: [...keys, pivotColumn].map(withoutAliases),
    list: [...keys, pivotColumn, ...results],
    child,
    at,
  };
  const keyAttributes = keys.map(toAttribute);
  const pivoted = results.map((result) => {
    const attribute = toAttribute(result);
    const args = [toAttribute(pivotColumn), attribute, ...values.map(({ value }) => value)];
    const type = arrayOf(attribute.type);
    const first = call('pivotfirst', args, { type, nullable: true, role: 'aggregate' });
    return alias(first, `__pivot_${result.name}`, session.nextId());
  });
  const byKeys: LogicalPlan = {
    kind: 'Aggregate',
    grouping: keyAttributes,
    list: [...keyAttributes, ...pivoted],
    child: byAll,
    at,
  };
  const outputs = values.flatMap((value, i) =>
    aggregates.map((each, j) => {
      const array = pivoted[j];
      const item = array === undefined ? literal(null, VOID) : itemAt(toAttribute(array), i);
      return alias(item, outputName(value, each, aggregates.length), session.nextId());
    }),
  );
  return { kind: 'Project', list: [...keyAttributes, ...outputs], child: byKeys, at };
}

function itemAt(array: Attribute, i: number): Expression {
  const type = array.type.kind === 'array' ? array.type.element : array.type;
  return call('[]', [array, literal(i, INT)], { type, nullable: true });
}

function oneAggregate({ child, keys, column, values, aggregates, scope }: PivotParts): LogicalPlan {
  const { session, at } = scope;
  const pivotColumn = withoutAliases(column);
  const outputs = values.flatMap((value) =>
    aggregates.map((each) => {
      const matches = nullSafeEqual(pivotColumn, castTo(value.value, typeOf(pivotColumn), session.ansi));
      const when = (operand: Expression): Expression =>
        buildCall('if', [matches, operand, literal(null, VOID)], session, at);
      const filtered = onlyWhere(withoutAliases(each), when);
      return alias(filtered, outputName(value, each, aggregates.length), session.nextId());
    }),
  );
  return { kind: 'Aggregate', grouping: keys.map(withoutAliases), list: [...keys, ...outputs], child, at };
}

function onlyWhere(expression: Expression, when: (operand: Expression) => Expression): Expression {
  if (isAggregate(expression)) return mapOperands(expression, when);
  return mapOperands(expression, (operand) => onlyWhere(operand, when));
}

/** The value as text, with the aggregate's name when there are several. */
function outputName(value: PivotValue, aggregate: NamedExpression, aggregates: number): string {
  const text = value.name ?? valueText(value.value);
  return aggregates === 1 ? text : `${text}_${aggregate.name}`;
}

function valueText(value: Expression): string {
  if (value.kind === 'literal') return value.value === null ? 'null' : String(value.value);
  return value.kind === 'cast' ? valueText(value.child) : prettyName(value);
}

function pivotLiteral(value: Literal['value'], column: NamedExpression): Expression {
  const plain = literal(typeof value === 'bigint' ? String(value) : value);
  return nullableOf(plain) ? plain : { ...plain, type: typeOf(column) };
}

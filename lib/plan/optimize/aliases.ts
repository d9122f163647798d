import type { Attribute, Expression, NamedExpression } from '../expression/expression.ts';
import { mapOperands, outerAttributes } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { mapExpressions, transformPlanUp } from '../logical/traverse.ts';

/** What attributes stand for, by id. */
export type AliasMap = ReadonlyMap<number, Expression>;

/** The aliases of a list: what its attributes are below it (AliasHelper.getAliasMap). */
export function aliasMap(list: readonly NamedExpression[]): AliasMap {
  return new Map(list.flatMap((named) => (named.kind === 'alias' ? [[named.id, named.child] as const] : [])));
}

/** The expression with its attributes replaced by what they stand for; itself when none is. */
export function replaceAttributes(expression: Expression, map: AliasMap): Expression {
  if (map.size === 0) return expression;
  if (expression.kind === 'attribute') return map.get(expression.id) ?? expression;
  if ('plan' in expression) {
    const plan = replaceOuter(expression.plan, map);
    const changed = plan === expression.plan ? expression : { ...expression, plan };
    return mapOperands(changed, (operand) => replaceAttributes(operand, map));
  }
  return mapOperands(expression, (operand) => replaceAttributes(operand, map));
}

/** The same for a place that must keep its name and id: an attribute becomes an alias of what it stands for. */
export function replaceNamed(named: NamedExpression, map: AliasMap): NamedExpression {
  if (named.kind === 'alias') return replaceAttributes(named, map) as NamedExpression;
  const value = map.get(named.id);
  if (value === undefined) return named;
  if (value.kind === 'attribute' && value.id === named.id) return value;
  return { kind: 'alias', child: value, name: named.name, id: named.id };
}

/** Whether a subquery in the expression takes a column from around it that is no plain column below. */
export function needsPlainColumn(expression: Expression, map: AliasMap): boolean {
  if ('plan' in expression) {
    return outerAttributes(expression.plan).some((attribute) => {
      const value = map.get(attribute.id);
      return value !== undefined && value.kind !== 'attribute';
    });
  }
  let found = false;
  mapOperands(expression, (operand) => {
    if (needsPlainColumn(operand, map)) found = true;
    return operand;
  });
  return found;
}

function replaceOuter(plan: LogicalPlan, map: AliasMap): LogicalPlan {
  const change = (expression: Expression): Expression => {
    if (expression.kind === 'outer') {
      const value = map.get(expression.attribute.id);
      return value?.kind === 'attribute' ? { kind: 'outer', attribute: value } : expression;
    }
    if ('plan' in expression) {
      const inner = replaceOuter(expression.plan, map);
      if (inner !== expression.plan) return mapOperands({ ...expression, plan: inner }, change);
    }
    return mapOperands(expression, change);
  };
  return transformPlanUp(plan, (node) => mapExpressions(node, change));
}

/** Attributes of one list by those of another, position by position. */
export function attributeMap(from: readonly Attribute[], to: readonly Attribute[]): AliasMap {
  return new Map(from.flatMap((attribute, i) => (to[i] ? [[attribute.id, to[i]] as const] : [])));
}

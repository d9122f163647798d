import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { expressionsOf, childrenOf as plansBelow } from '../logical/traverse.ts';
import { mapSame } from '../map-same.ts';
import type { Attribute, Expression, SortOrder } from './expression.ts';

/** Direct operands, in Spark's order; the plan of a subquery is none of them. */
export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'alias':
    case 'cast':
    case 'sort-order':
      return [expression.child];
    case 'call':
      return expression.filter === undefined ? expression.args : [...expression.args, expression.filter];
    case 'python-udf':
      return expression.args;
    case 'window':
      return [expression.fn, ...expression.partitionBy, ...expression.orderBy];
    case 'lambda':
      return [expression.body];
    case 'in-subquery':
      return expression.values;
    default:
      return [];
  }
}

/** The same expression over other operands; itself when `change` changes none. */
export function mapOperands<E extends Expression>(
  expression: E,
  change: (operand: Expression) => Expression,
): E;
export function mapOperands(expression: Expression, change: (operand: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'alias':
    case 'cast':
    case 'sort-order': {
      const child = change(expression.child);
      return child === expression.child ? expression : { ...expression, child };
    }
    case 'call': {
      const args = mapSame(expression.args, change);
      const filter = expression.filter === undefined ? undefined : change(expression.filter);
      if (args === expression.args && filter === expression.filter) return expression;
      return filter === undefined ? { ...expression, args } : { ...expression, args, filter };
    }
    case 'python-udf': {
      const args = mapSame(expression.args, change);
      return args === expression.args ? expression : { ...expression, args };
    }
    case 'window': {
      const fn = change(expression.fn);
      const partitionBy = mapSame(expression.partitionBy, change);
      const orderBy = mapSame(expression.orderBy, (order) => change(order) as SortOrder);
      if (fn === expression.fn && partitionBy === expression.partitionBy && orderBy === expression.orderBy) {
        return expression;
      }
      return { ...expression, fn, partitionBy, orderBy };
    }
    case 'lambda': {
      const body = change(expression.body);
      return body === expression.body ? expression : { ...expression, body };
    }
    case 'in-subquery': {
      const values = mapSame(expression.values, change);
      return values === expression.values ? expression : { ...expression, values };
    }
    default:
      return expression;
  }
}

/** Operands first, as Spark's `transformUp`. */
export function transformUp(
  expression: Expression,
  change: (expression: Expression) => Expression,
): Expression {
  return change(mapOperands(expression, (operand) => transformUp(operand, change)));
}

/** Whether it or anything below it fits; plans of subqueries are not looked into. */
export function some(expression: Expression, fits: (expression: Expression) => boolean): boolean {
  return fits(expression) || operandsOf(expression).some((operand) => some(operand, fits));
}

/** It and all below it that fit, outermost first. */
export function collect<E extends Expression>(
  expression: Expression,
  fits: (expression: Expression) => expression is E,
): E[] {
  const found: E[] = [];
  walk(expression, (each) => {
    if (fits(each)) found.push(each);
  });
  return found;
}

export function walk(expression: Expression, visit: (expression: Expression) => void): void {
  visit(expression);
  for (const operand of operandsOf(expression)) walk(operand, visit);
}

/**
 * Attributes that it needs from the node's input (Spark's `references`): its own, and those that a subquery in it takes
 * from around it. Parameters of lambdas are not among them.
 */
export function referencedAttributes(expression: Expression): readonly Attribute[] {
  const found = new Map<number, Attribute>();
  addReferences(expression, new Set(), found);
  return [...found.values()];
}

export function references(expression: Expression): ReadonlySet<number> {
  const found = new Map<number, Attribute>();
  addReferences(expression, new Set(), found);
  return new Set(found.keys());
}

export function referencesOf(expressions: Iterable<Expression>): ReadonlySet<number> {
  const found = new Map<number, Attribute>();
  for (const expression of expressions) addReferences(expression, new Set(), found);
  return new Set(found.keys());
}

function addReferences(
  expression: Expression,
  bound: ReadonlySet<number>,
  found: Map<number, Attribute>,
): void {
  switch (expression.kind) {
    case 'attribute':
      if (!bound.has(expression.id) && !found.has(expression.id)) found.set(expression.id, expression);
      return;
    case 'lambda':
      addReferences(
        expression.body,
        new Set([...bound, ...expression.params.map((param) => param.id)]),
        found,
      );
      return;
    case 'scalar-subquery':
    case 'exists':
    case 'in-subquery':
      for (const attribute of outerAttributes(expression.plan)) {
        if (!found.has(attribute.id)) found.set(attribute.id, attribute);
      }
      break;
  }
  for (const operand of operandsOf(expression)) addReferences(operand, bound, found);
}

/** What a subquery's plan takes from the query around it; what a subquery in it takes from the plan itself is not that. */
export function outerAttributes(plan: LogicalPlan): readonly Attribute[] {
  const found = new Map<number, Attribute>();
  const visit = (expression: Expression, given: ReadonlySet<number>): void => {
    if (expression.kind === 'outer') found.set(expression.attribute.id, expression.attribute);
    if ('plan' in expression) {
      for (const attribute of outerAttributes(expression.plan)) {
        if (!given.has(attribute.id)) found.set(attribute.id, attribute);
      }
    }
    for (const operand of operandsOf(expression)) visit(operand, given);
  };
  const visitPlan = (node: LogicalPlan): void => {
    const given = new Set(
      plansBelow(node).flatMap((child) => outputOf(child).map((attribute) => attribute.id)),
    );
    for (const expression of expressionsOf(node)) visit(expression, given);
    for (const child of plansBelow(node)) visitPlan(child);
  };
  visitPlan(plan);
  return [...found.values()];
}

/** Whether it gives the same for the same row, all the way down (Spark's `deterministic`). */
export function isDeterministic(expression: Expression): boolean {
  if ((expression.kind === 'call' || expression.kind === 'python-udf') && !expression.deterministic)
    return false;
  return operandsOf(expression).every(isDeterministic);
}

import type { Attribute, Expression } from '../expression/expression.ts';
import { expressionText } from '../expression/text.ts';
import { transformUp } from '../expression/traverse.ts';
import type { LogicalPlan } from './logical-plan.ts';
import { childrenOf } from './traverse.ts';

/**
 * A plan as a tree of lines, much as Spark's `explain` prints it. With `ids` every column is followed by its id, which
 * makes the text an exact description of the plan.
 */
export function planText(plan: LogicalPlan, ids = false): string {
  return lines(plan, ids, 0).join('\n');
}

function lines(plan: LogicalPlan, ids: boolean, depth: number): readonly string[] {
  const details = nodeText(plan, ids);
  const line = `${'  '.repeat(depth)}${plan.kind}${details === '' ? '' : ` ${details}`}`;
  return [line, ...childrenOf(plan).flatMap((child) => lines(child, ids, depth + 1))];
}

/** What follows the name of a node in its line. */
export function nodeText(plan: LogicalPlan, ids: boolean): string {
  const one = (expression: Expression): string => (ids ? withIds(expression) : expressionText(expression));
  const list = (expressions: readonly Expression[]): string => `[${expressions.map(one).join(', ')}]`;
  switch (plan.kind) {
    case 'Relation':
      return `${plan.format} ${plan.source} ${list(plan.output)}`;
    case 'Range':
      return `(${plan.start}, ${plan.end}, ${plan.step})`;
    case 'LocalRelation':
    case 'RddRelation':
    case 'InMemoryRelation':
    case 'EmptyRelation':
      return list(plan.output);
    case 'Project':
      return list(plan.list);
    case 'Filter':
      return one(plan.condition);
    case 'Join':
      return joinText(plan, one);
    case 'Aggregate':
      return `${list(plan.grouping)}, ${list(plan.list)}`;
    case 'Window':
      return `${list(plan.list)}, ${list(plan.partitionBy)}, ${list(plan.orderBy)}`;
    case 'Sort':
      return `${list(plan.order)}, ${plan.global}`;
    case 'GlobalLimit':
    case 'LocalLimit':
    case 'Tail':
      return String(plan.limit ?? '?');
    case 'Offset':
      return String(plan.offset ?? '?');
    case 'Deduplicate':
      return list(plan.keys);
    case 'Intersect':
    case 'Except':
      return plan.all ? 'All' : '';
    case 'Generate':
      return `${one(plan.generator)}, ${plan.outer}, ${list(plan.generatorOutput)}`;
    case 'Expand':
      return `[${plan.projections.map(list).join(', ')}], ${list(plan.output)}`;
    case 'Repartition':
      return `${plan.partitions ?? '?'}, ${plan.shuffle}`;
    case 'RepartitionByExpression':
      return `${list(plan.keys)}, ${plan.partitions ?? 'default'}, ${plan.by}`;
    case 'Sample':
      return String(plan.fraction ?? '?');
    case 'SubqueryAlias':
      return plan.alias;
    case 'JoinHint':
      return plan.hint;
    case 'PythonMap':
      return `${plan.operator} ${list(plan.output)}`;
    case 'PythonGroupMap':
      return `${plan.operator} ${list(plan.grouping)}, ${list(plan.output)}`;
    case 'PythonCogroupMap':
      return `${list(plan.leftGrouping)}, ${list(plan.rightGrouping)}, ${list(plan.output)}`;
    case 'Opaque':
      return `${plan.what} ${list(plan.output)}`;
    case 'Write':
      return `${plan.format} ${plan.target ?? '?'} ${list(plan.partitionBy)}`;
    default:
      return '';
  }
}

function joinText(
  plan: Extract<LogicalPlan, { kind: 'Join' }>,
  one: (expression: Expression) => string,
): string {
  const hints = [
    plan.leftHint === undefined ? [] : [`left ${plan.leftHint}`],
    plan.rightHint === undefined ? [] : [`right ${plan.rightHint}`],
  ].flat();
  const parts = [plan.joinType as string];
  if (plan.condition !== undefined) parts.push(one(plan.condition));
  return [...parts, ...hints].join(', ');
}

/** The text of an expression in which every attribute is written with its id. */
function withIds(expression: Expression): string {
  return expressionText(renamed(expression));
}

function renamed(expression: Expression): Expression {
  return transformUp(expression, (each) => {
    if (each.kind === 'attribute') return numbered(each);
    if (each.kind === 'outer') return { ...each, attribute: numbered(each.attribute) };
    if (each.kind === 'alias') return { ...each, name: `${each.name}#${each.id}` };
    return each;
  });
}

function numbered(attribute: Attribute): Attribute {
  return { ...attribute, name: `${attribute.name}#${attribute.id}` };
}

import type { Attribute, Expression } from '../expression/expression.ts';
import { mapOperands } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { expressionsOf, mapChildren, mapExpressions, somePlan, walkPlan } from '../logical/traverse.ts';
import { mapSame } from '../map-same.ts';
import type { Session } from './session.ts';

/**
 * New ids for one of two plans that share some, so that both may stand side by side (Spark's DeduplicateRelations). The
 * same table read once and joined with itself, a DataFrame used on both sides, a common table expression used twice.
 */
export interface Renewed {
  readonly plan: LogicalPlan;
  /** New columns by the ids they had. */
  readonly renewed: ReadonlyMap<number, number>;
}

export function renewConflicting(left: LogicalPlan, right: LogicalPlan, session: Session): Renewed {
  const taken = definedIds(left);
  const conflicting = [...definedIds(right)].filter((id) => taken.has(id));
  if (conflicting.length === 0 && sharesOpenSource(left, right))
    return { plan: replaceIds(right, NONE), renewed: NONE };
  return renewIds(right, conflicting, session);
}

const NONE: ReadonlyMap<number, number> = new Map();

/** A source of unknown columns on both sides: what is asked of one is not asked of the other. */
function sharesOpenSource(left: LogicalPlan, right: LogicalPlan): boolean {
  const sources = new Set<LogicalPlan>();
  walkPlan(left, (node) => {
    if (node.kind === 'Relation' && node.open === true) sources.add(node);
  });
  return sources.size > 0 && somePlan(right, (node) => sources.has(node));
}

/** A copy in which every column is new. */
export function renewAll(plan: LogicalPlan, session: Session): LogicalPlan {
  return renewIds(plan, definedIds(plan), session).plan;
}

function renewIds(plan: LogicalPlan, ids: Iterable<number>, session: Session): Renewed {
  const renewed = new Map<number, number>();
  for (const id of ids) renewed.set(id, session.nextId());
  return { plan: renewed.size === 0 ? plan : replaceIds(plan, renewed), renewed };
}

/** Ids that the plan brings forth anywhere: columns of sources, aliases, results of generators and Python functions. */
function definedIds(plan: LogicalPlan): ReadonlySet<number> {
  const ids = new Set<number>();
  walkPlan(plan, (node) => {
    for (const attribute of definedAttributes(node)) ids.add(attribute.id);
    for (const expression of expressionsOf(node)) if (expression.kind === 'alias') ids.add(expression.id);
  });
  return ids;
}

function definedAttributes(node: LogicalPlan): readonly Attribute[] {
  switch (node.kind) {
    case 'Generate':
      return node.generatorOutput;
    case 'Join':
      return node.exists === undefined ? [] : [node.exists];
    case 'Union':
    case 'Intersect':
    case 'Except':
    case 'OneRowRelation':
      return [];
    default:
      return 'output' in node ? node.output : [];
  }
}

function replaceIds(plan: LogicalPlan, ids: ReadonlyMap<number, number>): LogicalPlan {
  const attribute = (old: Attribute): Attribute => {
    const id = ids.get(old.id);
    return id === undefined ? old : { ...old, id };
  };
  const expression = (old: Expression): Expression => {
    const over = mapOperands(old, expression);
    switch (over.kind) {
      case 'attribute':
        return attribute(over);
      case 'outer': {
        const renewed = attribute(over.attribute);
        return renewed === over.attribute ? over : { ...over, attribute: renewed };
      }
      case 'alias': {
        const id = ids.get(over.id);
        return id === undefined ? over : { ...over, id };
      }
      case 'scalar-subquery':
      case 'exists':
      case 'in-subquery': {
        const inner = node(over.plan);
        return inner === over.plan ? over : { ...over, plan: inner };
      }
      default:
        return over;
    }
  };
  const node = (old: LogicalPlan): LogicalPlan => {
    const over = mapExpressions(mapChildren(old, node), expression);
    if (over.kind === 'Generate') {
      const generatorOutput = mapSame(over.generatorOutput, attribute);
      return generatorOutput === over.generatorOutput ? over : { ...over, generatorOutput };
    }
    if (over.kind === 'Project' && over.hidden !== undefined) {
      return { ...over, hidden: mapSame(over.hidden, attribute) };
    }
    if (over.kind === 'Join' && over.exists !== undefined) return { ...over, exists: attribute(over.exists) };
    if (over.kind === 'Range') return { ...over, output: [attribute(over.output[0])] };
    if (over.kind === 'Relation' && over.open === true)
      return { ...over, output: over.output.map(attribute) };
    if (!('output' in over)) return over;
    const output = mapSame(over.output, attribute);
    return output === over.output ? over : { ...over, output };
  };
  return node(plan);
}

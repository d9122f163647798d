import type { Attribute } from '../expression/expression.ts';
import type { LogicalPlan, Relation } from '../logical/logical-plan.ts';
import { childrenOf } from '../logical/traverse.ts';
import { UNKNOWN } from '../types/names.ts';
import { newAttribute, type Session, sameName } from './session.ts';

/**
 * Sources of which no schema is known. A column that a program asks of one is taken to be there: it is added to the
 * source's columns the first time it is named. This is the one place where a plan changes after it was made; every plan
 * over such a source sees the column from then on.
 */
interface OpenSource {
  readonly relation: Relation;
  readonly alias: string | undefined;
}

/** Sources whose columns come through to the plan's output as they are. */
function openSources(plan: LogicalPlan, alias?: string): readonly OpenSource[] {
  switch (plan.kind) {
    case 'Relation':
      return plan.open === true ? [{ relation: plan, alias }] : [];
    case 'SubqueryAlias':
      return openSources(plan.child, plan.alias);
    case 'Project':
      return plan.open === true ? openSources(plan.child, alias) : [];
    case 'Join':
      return plan.joinType === 'LeftSemi' || plan.joinType === 'LeftAnti'
        ? openSources(plan.left, alias)
        : [...openSources(plan.left, alias), ...openSources(plan.right, alias)];
    case 'Aggregate':
    case 'Union':
    case 'Intersect':
    case 'Except':
    case 'Expand':
    case 'PythonMap':
    case 'PythonGroupMap':
    case 'PythonCogroupMap':
    case 'Opaque':
      return [];
    default:
      return childrenOf(plan).flatMap((child) => openSources(child, alias));
  }
}

export function isOpen(plan: LogicalPlan): boolean {
  return openSources(plan).length > 0;
}

/** The column of that name; where several sources may have it, the first that has been asked for it, else the first. */
export function openColumn(
  plan: LogicalPlan,
  name: string,
  qualifier: string | undefined,
  session: Session,
): Attribute | undefined {
  const sources = openSources(plan).filter(
    ({ alias }) => qualifier === undefined || (alias !== undefined && sameName(session, alias, qualifier)),
  );
  for (const { relation, alias } of sources) {
    const known = relation.output.find((attribute) => sameName(session, attribute.name, name));
    if (known !== undefined) return qualified(known, alias);
  }
  const [first] = sources;
  if (first === undefined) return undefined;
  const added = newAttribute(session, name, UNKNOWN);
  (first.relation.output as Attribute[]).push(added);
  return qualified(added, first.alias);
}

function qualified(attribute: Attribute, alias: string | undefined): Attribute {
  return alias === undefined ? attribute : { ...attribute, qualifier: [alias] };
}

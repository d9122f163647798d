import type { Attribute } from '../expression/expression.ts';
import { toAttribute, withNullability } from '../expression/make.ts';
import type { Join, LogicalPlan, Union } from './logical-plan.ts';
import { childrenOf } from './traverse.ts';

/** The columns of a plan (Spark's `output`), with what outer joins, unions and the like do to their nullability. */
export function outputOf(plan: LogicalPlan): readonly Attribute[] {
  const known = OUTPUTS.get(plan);
  if (known !== undefined) return known;
  const output = compute(plan);
  if (isSettled(plan)) OUTPUTS.set(plan, output);
  return output;
}

/** Whether the columns stay what they are: those of a source whose schema is not known become more. */
function isSettled(plan: LogicalPlan): boolean {
  const known = SETTLED.get(plan);
  if (known !== undefined) return known;
  const settled = plan.kind === 'Relation' ? plan.open !== true : childrenOf(plan).every(isSettled);
  SETTLED.set(plan, settled);
  return settled;
}

const SETTLED = new WeakMap<LogicalPlan, boolean>();

/** Plans are never changed, so what they give is kept beside them. */
const OUTPUTS = new WeakMap<LogicalPlan, readonly Attribute[]>();

function compute(plan: LogicalPlan): readonly Attribute[] {
  switch (plan.kind) {
    case 'OneRowRelation':
      return [];
    case 'Project':
    case 'Aggregate':
      return plan.list.map(toAttribute);
    case 'Window':
      return [...outputOf(plan.child), ...plan.list.map(toAttribute)];
    case 'Join':
      return outputOfJoin(plan);
    case 'Generate':
      return [...outputOf(plan.child), ...plan.generatorOutput];
    case 'SubqueryAlias':
      return outputOf(plan.child).map((attribute) => ({ ...attribute, qualifier: [plan.alias] }));
    case 'Union':
      return outputOfUnion(plan);
    case 'Intersect':
    case 'Except':
    case 'Relation':
    case 'Range':
    case 'LocalRelation':
    case 'RddRelation':
    case 'InMemoryRelation':
    case 'EmptyRelation':
    case 'Expand':
    case 'PythonMap':
    case 'PythonGroupMap':
    case 'PythonCogroupMap':
    case 'Opaque':
      return plan.output;
    case 'Write':
      return [];
    default:
      return outputOf(plan.child);
  }
}

function nullable(attributes: readonly Attribute[]): readonly Attribute[] {
  return attributes.map((attribute) => withNullability(attribute, true));
}

function outputOfJoin(join: Join): readonly Attribute[] {
  const left = outputOf(join.left);
  const right = outputOf(join.right);
  switch (join.joinType) {
    case 'LeftSemi':
    case 'LeftAnti':
      return left;
    case 'ExistenceJoin':
      return join.exists === undefined ? left : [...left, join.exists];
    case 'LeftOuter':
      return [...left, ...nullable(right)];
    case 'RightOuter':
      return [...nullable(left), ...right];
    case 'FullOuter':
      return [...nullable(left), ...nullable(right)];
    default:
      return [...left, ...right];
  }
}

/** The first input's columns, null where any input's may be. */
function outputOfUnion(union: Union): readonly Attribute[] {
  const outputs = union.children.map(outputOf);
  return union.output.map((attribute, i) =>
    withNullability(
      attribute,
      outputs.some((output) => output[i]?.nullable ?? attribute.nullable),
    ),
  );
}

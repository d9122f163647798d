import type { NamedExpression } from '../expression/expression.ts';
import { isDeterministic } from '../expression/traverse.ts';
import type { LogicalPlan, Project, Union } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanDown } from '../logical/traverse.ts';
import { attributeMap, replaceAttributes } from './aliases.ts';
import { nodeRule } from './rule.ts';

/** A union of unions is one union, also through plain projections. Source: CombineUnions. */
export const combineUnions = nodeRule('CombineUnions', transformPlanDown, (plan) => {
  if (plan.kind === 'Distinct' && plan.child.kind === 'Union') {
    const child = flattened(plan.child, true);
    return child === plan.child ? plan : { ...plan, child };
  }
  return plan.kind === 'Union' ? flattened(plan, false) : plan;
});

function flattened(union: Union, distinct: boolean): Union {
  const children = union.children.flatMap((child) => inputs(child, distinct));
  return children.length === union.children.length ? union : { ...union, children };
}

function inputs(child: LogicalPlan, distinct: boolean): readonly LogicalPlan[] {
  if (child.kind === 'Union') return child.children.flatMap((input) => inputs(input, distinct));
  if (distinct && child.kind === 'Distinct') return inputs(child.child, distinct);
  if (child.kind === 'Project' && child.child.kind === 'Union' && isPlain(child)) {
    const union = child.child;
    return union.children.map((input): LogicalPlan => {
      const map = attributeMap(union.output, outputOf(input));
      const list = child.list.map((named) => replaceAttributes(named, map) as NamedExpression);
      return { ...child, list, child: input };
    });
  }
  return [child];
}

function isPlain(project: Project): boolean {
  return project.list.every((named) => named.kind === 'attribute' && isDeterministic(named));
}

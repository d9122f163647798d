import type { NamedExpression } from '../expression/expression.ts';
import { toAttribute } from '../expression/make.ts';
import { isDeterministic } from '../expression/traverse.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanDown } from '../logical/traverse.ts';
import { attributeMap, replaceAttributes } from './aliases.ts';
import { nodeRule } from './rule.ts';

/** A projection over a union is done in each input. Source: PushProjectionThroughUnion. */
export const pushProjectionThroughUnion = nodeRule(
  'PushProjectionThroughUnion',
  transformPlanDown,
  (plan, context) => {
    if (plan.kind !== 'Project' || plan.child.kind !== 'Union') return plan;
    const union = plan.child;
    if (!plan.list.every(isDeterministic) || plan.list.length === 0) return plan;
    const children = union.children.map((child, i) => {
      const map = attributeMap(union.output, outputOf(child));
      const list = plan.list.map((named): NamedExpression => {
        const value = replaceAttributes(named, map) as NamedExpression;
        return value.kind === 'alias' && i > 0 ? { ...value, id: context.fresh() } : value;
      });
      return { kind: 'Project' as const, at: plan.at, list, child };
    });
    return { ...union, children, output: plan.list.map(toAttribute) };
  },
);

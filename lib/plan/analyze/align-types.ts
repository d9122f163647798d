import { alias } from '../expression/make.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import type { DataType } from '../types/data-type.ts';
import { sameType } from '../types/data-type.ts';
import { castTo } from './casts.ts';
import type { Session } from './session.ts';

/**
 * The plan with its columns in the given types, by position: a Project of casts over it, as Spark puts below a union, a
 * set operation or an IN whose sides differ (WidenSetOperationTypes). The plan itself where nothing differs.
 */
export function alignTypes(
  plan: LogicalPlan,
  types: readonly (DataType | undefined)[],
  session: Session,
): LogicalPlan {
  const output = outputOf(plan);
  const list = output.map((attribute, i) => {
    const type = types[i];
    if (type === undefined || sameType(type, attribute.type)) return attribute;
    const cast = castTo(attribute, type, session.ansi);
    return cast === attribute ? attribute : alias(cast, attribute.name, session.nextId());
  });
  if (list.every((named) => named.kind === 'attribute')) return plan;
  return { kind: 'Project', list, child: plan, at: plan.at };
}

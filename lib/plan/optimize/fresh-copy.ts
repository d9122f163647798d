import type { Attribute, Expression } from '../expression/expression.ts';
import { mapOperands } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { mapChildren, mapExpressions } from '../logical/traverse.ts';

export interface FreshCopy {
  readonly plan: LogicalPlan;
  /** New attributes by the ids of the old ones. */
  readonly ids: ReadonlyMap<number, Attribute>;
}

/** The plan with a new id for every column that it makes, so that it can stand beside itself (DeduplicateRelations). */
export function copyWithFreshIds(plan: LogicalPlan, fresh: () => number): FreshCopy {
  const ids = new Map<number, Attribute>();
  const renew = (attribute: Attribute): Attribute => {
    const known = ids.get(attribute.id);
    if (known) return { ...attribute, id: known.id };
    const made = { ...attribute, id: fresh() };
    ids.set(attribute.id, made);
    return made;
  };
  const expression = (each: Expression): Expression => {
    switch (each.kind) {
      case 'attribute': {
        const known = ids.get(each.id);
        return known ? { ...each, id: known.id } : each;
      }
      case 'alias': {
        const child = expression(each.child);
        const id = fresh();
        ids.set(each.id, {
          kind: 'attribute',
          id,
          name: each.name,
          type: { kind: 'unknown' },
          nullable: true,
          qualifier: [],
        });
        return { ...each, child, id };
      }
      case 'outer':
        return { kind: 'outer', attribute: expression(each.attribute) as Attribute };
      default:
        return mapOperands(each, expression);
    }
  };
  const copy = (node: LogicalPlan): LogicalPlan => {
    const over = mapChildren(node, copy);
    const made = 'output' in over ? ({ ...over, output: over.output.map(renew) } as LogicalPlan) : over;
    const named =
      made.kind === 'Generate' ? { ...made, generatorOutput: made.generatorOutput.map(renew) } : made;
    return mapExpressions(named, expression);
  };
  return { plan: copy(plan), ids };
}

import type { Attribute } from '../expression/expression.ts';
import { literal } from '../expression/make.ts';
import { typeOf } from '../expression/type-of.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { widestType } from '../types/common-type.ts';
import { STRING, UNKNOWN } from '../types/names.ts';
import { castTo } from './casts.ts';
import type { Column } from './column.ts';
import { resolveColumns } from './resolve-column.ts';
import { inputScope } from './scope.ts';
import { nameIt } from './select-list.ts';
import { newAttribute, type Session } from './session.ts';

/** unpivot and melt: an Expand with a row for each value column (ResolveUnpivot). */
export function unpivot(
  child: LogicalPlan,
  ids: readonly Column[],
  values: readonly Column[] | undefined,
  variableName: string,
  valueName: string,
  session: Session,
  at: number,
): LogicalPlan {
  const output = outputOf(child);
  const scope = inputScope(session, at, [output]);
  const keys = resolveColumns(ids, scope).map((id) => nameIt(id, session));
  const taken = new Set(keys.map((key) => key.id));
  const chosen =
    values === undefined
      ? output.filter((attribute) => !taken.has(attribute.id))
      : resolveColumns(values, scope).map((value) => nameIt(value, session));
  const type = widestType(chosen.map(typeOf), session.ansi) ?? UNKNOWN;
  const projections = chosen.map((value) => [
    ...keys,
    literal(value.name, STRING),
    castTo(value, type, session.ansi),
  ]);
  const columns: readonly Attribute[] = [
    ...keys.map((key) => (key.kind === 'attribute' ? key : newAttribute(session, key.name, typeOf(key)))),
    newAttribute(session, variableName, STRING, false),
    newAttribute(session, valueName, type, true),
  ];
  return { kind: 'Expand', projections, output: columns, child, at };
}

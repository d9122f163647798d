import { nullableOf, typeOf } from '../expression/type-of.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { widestType } from '../types/common-type.ts';
import { UNKNOWN } from '../types/names.ts';
import type { Column } from './column.ts';
import { resolveColumns, withoutAliases } from './resolve-column.ts';
import { inputScope, type Scope } from './scope.ts';
import { newAttribute } from './session.ts';

/** `VALUES (…), (…)`: rows that the plan holds, with columns `col1`, `col2`, … (ResolveInlineTables). */
export function resolveValues(rows: readonly (readonly Column[])[], scope: Scope): LogicalPlan {
  const { session, at } = scope;
  const resolved = rows.map((row) =>
    resolveColumns(row, inputScope(session, at, [], scope)).map(withoutAliases),
  );
  const width = Math.max(0, ...resolved.map((row) => row.length));
  const output = Array.from({ length: width }, (_, i) => {
    const cells = resolved.flatMap((row) => (row[i] === undefined ? [] : [row[i]]));
    const type = widestType(cells.map(typeOf), session.ansi) ?? UNKNOWN;
    return newAttribute(session, `col${i + 1}`, type, cells.some(nullableOf));
  });
  return { kind: 'LocalRelation', output, rows: rows.length, at };
}

import type { Call, Expression, NamedExpression } from '../expression/expression.ts';
import { alias } from '../expression/make.ts';
import { prettyName } from '../expression/pretty-name.ts';
import type { Column } from './column.ts';
import { resolveColumn, starColumns, withoutAliases } from './resolve-column.ts';
import type { Scope } from './scope.ts';
import type { Session } from './session.ts';

/** A column of a select list: an expression with its name, or a generator with those it was given. */
export type ListItem = NamedExpression | GeneratorItem;

export interface GeneratorItem {
  readonly kind: 'generator';
  readonly call: Call;
  readonly names: readonly string[];
}

/** The columns of a select in order; each may use the aliases before it when the input has no such name. */
export function resolveList(
  columns: readonly Column[],
  scope: Scope,
  used: Set<number>,
): readonly ListItem[] {
  const items: ListItem[] = [];
  const earlier: NamedExpression[] = [];
  const withAliases: Scope = { ...scope, lateral: { earlier, used } };
  for (const column of columns) {
    const resolved = resolveItem(column, withAliases);
    items.push(...resolved);
    for (const item of resolved) if (item.kind !== 'generator') earlier.push(item);
  }
  return items;
}

function resolveItem(column: Column, scope: Scope): readonly ListItem[] {
  if (column.kind === 'star') {
    return starColumns(column, scope).map((each) => nameIt(each, scope.session));
  }
  if (column.kind === 'named') {
    const child = resolveColumn(column.child, scope);
    if (isGenerator(child)) return [{ kind: 'generator', call: child, names: column.names }];
    const [name = ''] = column.names;
    return [alias(withoutAliases(child), name, scope.session.nextId())];
  }
  const resolved = resolveColumn(column, scope);
  if (isGenerator(resolved)) return [{ kind: 'generator', call: resolved, names: [] }];
  if (column.kind === 'cast-to' && column.child.kind === 'named') {
    return [alias(resolved, column.child.names[0] ?? '', scope.session.nextId())];
  }
  if (column.kind === 'name' && resolved.kind !== 'attribute') {
    // `s.field` is called `field` (AttributeSeq.resolve).
    return [alias(resolved, column.parts.at(-1) ?? '', scope.session.nextId())];
  }
  return [nameIt(resolved, scope.session)];
}

function isGenerator(expression: Expression): expression is Call {
  return expression.kind === 'call' && expression.role === 'generator';
}

/** The expression under the name that Spark gives it (ResolveAliases). */
export function nameIt(expression: Expression, session: Session): NamedExpression {
  if (expression.kind === 'attribute') return expression;
  if (expression.kind === 'alias') {
    const child = withoutAliases(expression.child);
    return child === expression.child ? expression : { ...expression, child };
  }
  const bare = withoutAliases(expression);
  const cast = bare.kind === 'cast' && bare.implicit === undefined ? bare.child : undefined;
  const name = cast?.kind === 'attribute' ? cast.name : prettyName(bare);
  return alias(bare, name, session.nextId());
}

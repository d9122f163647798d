import type { Column, Ordered } from '#lib/plan/analyze/column.ts';
import type { WindowSpec } from '#lib/plan/analyze/query.ts';
import { type Body, bodyOf, type Tree } from './library.ts';
import type { Reader } from './reader.ts';
import { nameOf } from './reader.ts';

type ReadColumn = (tree: Tree, reader: Reader) => Column;
type OverBody = Body<'window_function'>['over'];
type Frame = NonNullable<OverBody['frame']>;

/** `fn OVER w` takes the definition of `w`, as Spark does before it looks at names. */
export function overColumn(fn: Column, over: OverBody, reader: Reader, readColumn: ReadColumn): Column {
  return { kind: 'over', fn, ...readWindow(over, reader, readColumn) };
}

export function readWindow(over: OverBody, reader: Reader, readColumn: ReadColumn): WindowSpec {
  const named = over.window_name === null ? undefined : nameOf(over.window_name);
  const base = named === undefined ? undefined : reader.windows.get(named.toLowerCase());
  if (named !== undefined && base === undefined) reader.problem(`There is no window ${named}.`);
  const partitionBy = over.partition_by.map((tree) => readColumn(tree, reader));
  const orderBy = over.order_by.map((order) => readOrdered(order, reader, readColumn));
  return {
    partitionBy: partitionBy.length > 0 ? partitionBy : (base?.partitionBy ?? []),
    orderBy: orderBy.length > 0 ? orderBy : (base?.orderBy ?? []),
    frame: over.frame === null ? base?.frame : frameText(over.frame, reader, readColumn),
  };
}

export function readOrdered(
  order: OverBody['order_by'][number],
  reader: Reader,
  readColumn: ReadColumn,
): Ordered {
  return {
    kind: 'ordered',
    child: readColumn(order.this, reader),
    direction: order.desc ? 'desc' : 'asc',
    nulls: order.nulls_first === null ? undefined : order.nulls_first ? 'first' : 'last',
  };
}

/** `ROWS BETWEEN 2 PRECEDING AND CURRENT ROW`; a frame with one bound ends at the current row. */
function frameText(frame: Frame, reader: Reader, readColumn: ReadColumn): string {
  const bound = (of: Frame['start'] | null) => boundText(of, reader, readColumn);
  return `${frame.kind.toUpperCase()} BETWEEN ${bound(frame.start)} AND ${bound(frame.end)}`;
}

function boundText(bound: Frame['start'] | null, reader: Reader, readColumn: ReadColumn): string {
  if (bound === null || bound === 'CurrentRow') return 'CURRENT ROW';
  if (typeof bound === 'string') return bound.startsWith('Unbounded') ? unbounded(bound) : 'CURRENT ROW';
  const [side = '', tree] = Object.entries(bound)[0] ?? [];
  return `${amountText(tree, reader, readColumn)} ${side.toUpperCase()}`;
}

function unbounded(bound: string): string {
  return bound.endsWith('Following') ? 'UNBOUNDED FOLLOWING' : 'UNBOUNDED PRECEDING';
}

function amountText(tree: Tree | undefined, reader: Reader, readColumn: ReadColumn): string {
  if (tree === undefined) return '?';
  const column = readColumn(bodyOf(tree, 'paren')?.this ?? tree, reader);
  return column.kind === 'value' ? String(column.value) : '?';
}

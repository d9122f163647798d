import type { Column } from './column.ts';

/** The column first, then what it became is descended into; columns of subqueries stay as they are. */
export function mapColumn(column: Column, change: (column: Column) => Column): Column {
  const changed = change(column);
  const inner = (child: Column): Column => mapColumn(child, change);
  switch (changed.kind) {
    case 'call':
      return {
        ...changed,
        args: changed.args.map(inner),
        ...(changed.filter === undefined ? {} : { filter: inner(changed.filter) }),
      };
    case 'named':
    case 'cast-to':
    case 'ordered':
      return { ...changed, child: inner(changed.child) };
    case 'over':
      return {
        ...changed,
        fn: inner(changed.fn),
        partitionBy: changed.partitionBy.map(inner),
        orderBy: changed.orderBy.map(inner),
      };
    case 'lambda-column':
      return { ...changed, body: inner(changed.body) };
    case 'udf':
      return { ...changed, args: changed.args.map(inner) };
    case 'query':
      return { ...changed, values: changed.values.map(inner) };
    case 'unknown':
      return { ...changed, reads: changed.reads.map(inner) };
    default:
      return changed;
  }
}

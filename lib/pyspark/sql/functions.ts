import type { Column, FunctionCall } from '#lib/plan/analyze/column.ts';
import { INT } from '#lib/plan/types/names.ts';
import { bodyOf, type Tree } from './library.ts';
import { stringValue } from './literals.ts';
import { nameOf, plainName, type Reader } from './reader.ts';

type ReadColumn = (tree: Tree, reader: Reader) => Column;

/** Function calls with what may follow them: DISTINCT, FILTER, WITHIN GROUP, IGNORE NULLS. */
export function functionColumn(tree: Tree, reader: Reader, readColumn: ReadColumn): Column | undefined {
  const read = (arg: Tree) => readColumn(arg, reader);
  const plain = bodyOf(tree, 'function');
  if (plain !== undefined) return functionCall(plainName(plain.name), plain.args.map(read), plain.distinct);
  const aggregate = bodyOf(tree, 'aggregate_function');
  if (aggregate !== undefined) {
    const made = functionCall(plainName(aggregate.name), aggregate.args.map(read), aggregate.distinct);
    return {
      ...made,
      ...(aggregate.filter !== null && { filter: read(aggregate.filter) }),
      ...(aggregate.ignore_nulls === true && { ignoreNulls: true }),
    };
  }
  const method = bodyOf(tree, 'method_call');
  if (method !== undefined)
    return methodCall(method.this, nameOf(method.method), method.args.map(read), read);
  const filtered = bodyOf(tree, 'filter');
  if (filtered !== undefined) {
    const made = read(filtered.this);
    return made.kind === 'call' ? { ...made, filter: read(filtered.expression) } : made;
  }
  const grouped = bodyOf(tree, 'within_group');
  return (
    grouped &&
    withinGroup(
      read(grouped.this),
      grouped.order_by.map((order) => read(order.this)),
    )
  );
}

/** Functions with a unit of time, bare, as their first argument. */
const WITH_UNIT: Readonly<Record<string, string>> = {
  dateadd: 'timestampadd',
  date_add: 'timestampadd',
  timestampadd: 'timestampadd',
  datediff: 'timestampdiff',
  date_diff: 'timestampdiff',
  timediff: 'timestampdiff',
  timestampdiff: 'timestampdiff',
};

function functionCall(name: string, args: readonly Column[], distinct: boolean): FunctionCall {
  const fn = name.toLowerCase();
  const [first, ...others] = args;
  if (
    fn === 'count' &&
    !distinct &&
    others.length === 0 &&
    first?.kind === 'star' &&
    first.qualifier.length === 0
  )
    return { kind: 'call', fn, args: [{ kind: 'value', value: 1, type: INT }] };
  const withUnit = WITH_UNIT[fn];
  if (withUnit !== undefined && args.length === 3 && first?.kind === 'name')
    return {
      kind: 'call',
      fn: withUnit,
      args: [stringValue((first.parts[0] ?? '').toUpperCase()), ...others],
    };
  return { kind: 'call', fn, args, ...(distinct && { distinct: true }) };
}

/** `schema.function(x)`. */
function methodCall(of: Tree, name: string, args: readonly Column[], read: (tree: Tree) => Column): Column {
  const schema = read(of);
  const path = schema.kind === 'name' ? [...schema.parts, name] : [name];
  return functionCall(path.join('.'), args, false);
}

/** `percentile_cont(0.5) WITHIN GROUP (ORDER BY a)`: what is ordered is what is aggregated. */
function withinGroup(made: Column, ordered: readonly Column[]): Column {
  if (made.kind !== 'call') return made;
  const isPercentile = /^(percentile|mode|approx_percentile)/.test(made.fn);
  return { ...made, args: isPercentile ? [...ordered, ...made.args] : [...made.args, ...ordered] };
}

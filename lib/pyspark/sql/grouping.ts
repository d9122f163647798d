import type { Column } from '#lib/plan/analyze/column.ts';
import type { GroupBy } from '#lib/plan/analyze/query.ts';
import { readColumn } from './expression.ts';
import { type Body, bodyOf, type Tree } from './library.ts';
import type { Reader } from './reader.ts';

/** Columns that are grouped by together. */
type GroupingSet = readonly Column[];

/** An element of GROUP BY; `steps` are what stands between its brackets. */
interface Element {
  readonly shape: 'columns' | 'rollup' | 'cube' | 'sets';
  readonly steps: readonly (GroupingSet | Element)[];
}

/** More sets than a person writes: a cube of 16 columns. */
const MOST_SETS = 65_536;

/**
 * GROUP BY: each element stands for one or several sets of columns, and their combinations are grouped by. A single
 * ROLLUP or CUBE keeps its name, as Spark's plans do.
 */
export function readGroupBy(body: Body<'group_by'>, reader: Reader): GroupBy {
  if (body.all === true && body.expressions.length === 0) return { columns: [], mode: 'all' };
  // WITH ROLLUP and WITH CUBE come as an empty node at the end.
  const mark = body.expressions.find((tree) => 'rollup' in tree || 'cube' in tree);
  const elements = body.expressions.filter((tree) => tree !== mark).map((tree) => element(tree, reader));
  const columns = distinct(elements.flatMap(columnsOf));
  if (mark !== undefined) return { columns, mode: 'rollup' in mark ? 'rollup' : 'cube' };
  const [only] = elements;
  if (elements.every(({ shape }) => shape === 'columns'))
    return { columns: elements.flatMap(columnsOf), mode: 'plain' };
  if (elements.length === 1 && (only?.shape === 'rollup' || only?.shape === 'cube') && isSimple(only))
    return { columns, mode: only.shape };
  const sets = product(counted(elements).map(setsOf), reader);
  return { columns, mode: 'sets', sets: sets.map((set) => indices(set, columns)) };
}

/** GROUP BY a, b GROUPING SETS (…) only declares the columns in front; the sets count. */
function counted(elements: readonly Element[]): readonly Element[] {
  const last = elements.at(-1);
  const declares = last?.shape === 'sets' && elements.slice(0, -1).every(({ shape }) => shape === 'columns');
  return declares ? [last] : elements;
}

function element(tree: Tree, reader: Reader): Element {
  const made = bodyOf(tree, 'function');
  switch (made?.name.toUpperCase()) {
    case 'ROLLUP':
      return { shape: 'rollup', steps: (made?.args ?? []).map((arg) => step(arg, reader)) };
    case 'CUBE':
      return { shape: 'cube', steps: (made?.args ?? []).map((arg) => step(arg, reader)) };
    case 'GROUPING SETS':
      return { shape: 'sets', steps: (made?.args ?? []).map((arg) => element(arg, reader)) };
    default:
      return { shape: 'columns', steps: [step(tree, reader)] };
  }
}

/** `(a, b)` is one step of two columns. */
function step(tree: Tree, reader: Reader): GroupingSet {
  const tuple = bodyOf(tree, 'tuple');
  return (tuple?.expressions ?? [tree]).map((part) => readColumn(part, reader));
}

function columnsOf(of: Element): readonly Column[] {
  return of.steps.flatMap((part) => ('shape' in part ? columnsOf(part) : part));
}

function isSimple({ steps }: Element): boolean {
  return steps.every((part) => !('shape' in part) && part.length === 1);
}

function setsOf(of: Element): readonly GroupingSet[] {
  const steps = of.steps.map((part) => ('shape' in part ? setsOf(part) : [part]));
  switch (of.shape) {
    case 'sets':
      return steps.flat();
    case 'rollup':
      return [...steps.keys(), steps.length].reverse().map((size) => steps.slice(0, size).flat(2));
    case 'cube':
      return subsets(steps.map((part) => part.flat()));
    case 'columns':
      return [steps.flat(2)];
  }
}

/** From all columns down to none, in Spark's order. */
function subsets(steps: readonly GroupingSet[]): readonly GroupingSet[] {
  const [first, ...others] = steps;
  if (first === undefined || steps.length > Math.log2(MOST_SETS)) return [steps.flat()];
  const rest = subsets(others);
  return [...rest.map((set) => [...first, ...set]), ...rest];
}

function product(elements: readonly (readonly GroupingSet[])[], reader: Reader): readonly GroupingSet[] {
  if (elements.reduce((size, sets) => size * sets.length, 1) > MOST_SETS) {
    reader.problem('These are too many grouping sets.');
    return [elements.flat(2)];
  }
  return elements.reduce<readonly GroupingSet[]>(
    (left, right) => left.flatMap((first) => right.map((second) => [...first, ...second])),
    [[]],
  );
}

function distinct(columns: readonly Column[]): readonly Column[] {
  return [...new Map(columns.map((column) => [keyOf(column), column])).values()];
}

function indices(set: GroupingSet, columns: readonly Column[]): readonly number[] {
  const keys = columns.map(keyOf);
  return [...new Set(set.map((column) => keys.indexOf(keyOf(column))))];
}

function keyOf(column: Column): string {
  const text = JSON.stringify(column, (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
  return text.toLowerCase();
}

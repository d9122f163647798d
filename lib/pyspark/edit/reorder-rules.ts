import type { Attribute } from '#lib/plan/expression/expression.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import type { ReadProject } from '../predict-program.ts';
import type { SparkCall } from '../spark-call.ts';
import { isRepeatable, kindOf, type OperationKind, ownNodes } from './operation-kind.ts';
import { named } from './site.ts';
import { framePlan, readBy } from './used-columns.ts';

/** An operation of a program with the call that it is. */
export interface Step {
  readonly at: number;
  readonly call: SparkCall;
}

/** Kinds that may change places, rows being the same then. What they have to read is looked at besides. */
const EXCHANGE: Readonly<Partial<Record<OperationKind, readonly OperationKind[]>>> = {
  filter: [
    'filter',
    'columns',
    'sort',
    'placement',
    'cache',
    'name',
    'distinct',
    'some-distinct',
    'aggregate',
    'join',
  ],
  columns: [
    'filter',
    'columns',
    'sort',
    'placement',
    'cache',
    'name',
    'some-distinct',
    'limit',
    'pick',
    'join',
  ],
  sort: ['cache', 'name'],
  placement: ['cache', 'name'],
  'all-columns': ['filter', 'sort', 'placement', 'cache', 'name'],
  cache: ['sort', 'placement', 'name', 'distinct', 'some-distinct', 'limit', 'pick'],
  name: ['name', 'distinct', 'some-distinct', 'limit', 'pick'],
  distinct: ['distinct'],
  limit: ['limit'],
};

const BECAUSE: Readonly<Record<OperationKind, string>> = {
  filter: 'it decides which rows are there',
  columns: 'it decides which columns are there',
  sort: 'it puts rows in an order that other operations take up or lose',
  placement:
    'it moves rows between partitions, which loses their order and is undone by what moves them again',
  cache: 'it keeps what is there at that point',
  name: 'it belongs to the DataFrame that it was written for',
  'all-columns': 'it looks at every column that is there',
  distinct: 'which rows are equal depends on the columns that are there',
  'some-distinct': 'which of several rows stays depends on the rows that are there',
  limit: 'it takes the first rows of what is there',
  pick: 'which rows it takes depends on the rows that are there',
  aggregate: 'it makes one row of many',
  join: 'it brings rows of another DataFrame in',
  set: 'rows of another DataFrame come in that the operation would not see, or would see too',
  other: 'what it does with the rows is not simple enough to tell that nothing changes',
  source: 'the rows come from there',
  end: 'it is what the rows are for',
};

/** Rows of the left side come through these joins as they are, or not at all. */
const KEEPS_LEFT: ReadonlySet<string> = new Set(['Inner', 'Cross', 'LeftOuter', 'LeftSemi', 'LeftAnti']);
/** They take the columns that they are given by a list; what is added before them is lost. */
const LISTS: ReadonlySet<string> = new Set(['select', 'selectExpr', 'toDF']);

/** Why two neighbours cannot change places; `first` stands nearer to the source. */
export function whyNotExchanged(read: ReadProject, first: Step, second: Step): string | undefined {
  const [name, other] = [first, second].map(({ at }) => named(read.program.operations[at]!)) as [
    string,
    string,
  ];
  const [kind, otherKind] = [kindOf(first.call), kindOf(second.call)];
  const mayExchange = EXCHANGE[kind]?.includes(otherKind) || EXCHANGE[otherKind]?.includes(kind);
  if (!mayExchange) {
    const [which, of] = weight(kind) >= weight(otherKind) ? [name, kind] : [other, otherKind];
    return `${name} and ${other} cannot change places: ${BECAUSE[of]} (${which}).`;
  }
  for (const step of [first, second]) {
    if (!isRepeatable(step.call))
      return `${named(read.program.operations[step.at]!)} does not give the same each time (rand(), a UDF that is not deterministic): in another place it would see other rows.`;
  }
  return (
    whyNotByColumns(read, first, second) ??
    whyNotByShape(first, second, name, other) ??
    whyNotByShape(second, first, other, name)
  );
}

/** The kind that says more about why comes last. */
function weight(kind: OperationKind): number {
  return Object.keys(BECAUSE).indexOf(kind);
}

/** Filters pass what keeps the rows of their columns whole: group keys, the left side of a join, the compared columns. */
function whyNotByShape(step: Step, other: Step, name: string, otherName: string): string | undefined {
  const [kind, otherKind] = [kindOf(step.call), kindOf(other.call)];
  const join = otherKind === 'join' ? ownNodes(other.call)?.find((node) => node.kind === 'Join') : undefined;
  if (otherKind === 'join' && !(join?.kind === 'Join' && KEEPS_LEFT.has(join.joinType)))
    return `${otherName} also gives rows that have no partner on the left, for which ${name} would not be computed.`;
  if (otherKind === 'join' && kind === 'columns' && !step.call.method.startsWith('withColumn'))
    return `${name} decides which columns ${otherName} has to match.`;
  if (kind !== 'filter') return undefined;
  const read = readsOf(step.call);
  if (otherKind === 'some-distinct') {
    const keys = new Set(
      ownNodes(other.call)?.flatMap((node) =>
        node.kind === 'Deduplicate' ? node.keys.map(({ id }) => id) : [],
      ),
    );
    if ([...read].some((id) => !keys.has(id)))
      return `${name} reads a column that ${otherName} does not compare: another row would stay.`;
  }
  if (otherKind === 'aggregate' && (read.size === 0 || isGlobal(other.call)))
    return `${otherName} gives one row for all rows, also where none is left.`;
  return undefined;
}

function isGlobal(call: SparkCall): boolean {
  return ownNodes(call)?.some((node) => node.kind === 'Aggregate' && node.grouping.length === 0) ?? true;
}

/** What one reads must be there before the other, and what the other makes must not be needed or undone. */
function whyNotByColumns(read: ReadProject, first: Step, second: Step): string | undefined {
  const [name, other] = [first, second].map(({ at }) => named(read.program.operations[at]!)) as [
    string,
    string,
  ];
  const base = outputs(framePlan(first.call));
  const middle = outputs(planOf(first.call));
  const end = outputs(planOf(second.call));
  const made = difference(middle, base);
  const madeLater = difference(end, middle);
  const unread = find(readsOf(second.call), made);
  if (unread) return `${other} uses the column ${unread.name}, which comes from ${name}.`;
  const gone = find(readsOf(first.call), difference(middle, end));
  if (gone && kindOf(second.call) !== 'cache')
    return `${name} uses the column ${gone.name}, which is not there any more after ${other}.`;
  const twice = made.find(({ name: made }) =>
    madeLater.some((each) => each.name.toLowerCase() === made.toLowerCase()),
  );
  if (twice) return `${name} and ${other} both make the column ${twice.name}.`;
  const lister = LISTS.has(second.call.method) ? other : name;
  const added = LISTS.has(second.call.method) ? made : LISTS.has(first.call.method) ? madeLater : [];
  if (added[0]) return `${lister} lists its columns: ${added[0].name} would come out otherwise.`;
  return undefined;
}

function readsOf(call: SparkCall): ReadonlySet<number> {
  return new Set((ownNodes(call) ?? []).flatMap((node) => [...readBy(node, call)]));
}

function planOf({ gives }: SparkCall): LogicalPlan | undefined {
  return gives.kind === 'frame' ? gives.plan : undefined;
}

function outputs(plan: LogicalPlan | undefined): readonly Attribute[] {
  return plan ? outputOf(plan) : [];
}

function difference(of: readonly Attribute[], without: readonly Attribute[]): readonly Attribute[] {
  const ids = new Set(without.map(({ id }) => id));
  return of.filter(({ id }) => !ids.has(id));
}

function find(ids: ReadonlySet<number>, among: readonly Attribute[]): Attribute | undefined {
  return among.find(({ id }) => ids.has(id));
}

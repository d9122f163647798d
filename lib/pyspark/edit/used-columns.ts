import type { Attribute, Expression } from '#lib/plan/expression/expression.ts';
import { referencesOf } from '#lib/plan/expression/traverse.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import { childrenOf, expressionsOf } from '#lib/plan/logical/traverse.ts';
import type { ReadProject } from '../predict-program.ts';
import type { SparkCall } from '../spark-call.ts';
import { callOf } from './operation-graph.ts';
import { Refused } from './refused.ts';
import { named } from './site.ts';

/** Methods that take all columns as they come: none of them is asked for by name. */
const TAKES_ALL: ReadonlySet<string> = new Set(['distinct', 'randomSplit', 'describe', 'summary']);
/** The same, unless the program names the columns. */
const TAKES_ALL_UNNAMED: ReadonlySet<string> = new Set(['fillna', 'dropna', 'replace']);
/** `df.na.drop()` is `df.dropna()`. */
const LONG_NAMES: Readonly<Record<string, string>> = { drop: 'dropna', fill: 'fillna' };
/** Methods whose list of columns was written in the program. */
const LISTS: ReadonlySet<string> = new Set(['select', 'selectExpr', '[]', 'to', 'approxQuantile']);

/** Refuses where columns that only this operation makes are asked for later on. */
export function refuseLostColumns(read: ReadProject, at: number, call: SparkCall): void {
  if (call.gives.kind !== 'frame') return;
  const before = framePlan(call);
  const kept = new Set(before ? outputOf(before).map(({ name }) => name.toLowerCase()) : []);
  const lost = outputOf(call.gives.plan).filter(({ name }) => !kept.has(name.toLowerCase()));
  refuseUsed(read, lost, at);
}

/** Refuses where one of an operation's columns is asked for by another one. */
export function refuseUsed(read: ReadProject, columns: readonly Attribute[], at: number): void {
  const use = firstUse(read, columns, at);
  if (!use) return;
  throw new Refused(
    `${named(read.program.operations[use.at]!)} uses the column ${use.column.name}, which comes from ${named(read.program.operations[at]!)}.`,
  );
}

/** The plan of the DataFrame that a call works on; of groups, the rows that were grouped. */
export function framePlan({ on, kind, args }: SparkCall): LogicalPlan | undefined {
  if ((on?.kind === 'na' || on?.kind === 'stat') && on.of.kind === 'frame') return on.of.plan;
  const [given] = kind === 'function' ? args.positional : [];
  if (given?.kind === 'frame') return given.plan;
  if (on?.kind === 'frame') return on.plan;
  return on?.kind === 'grouped' ? on.frame.plan : undefined;
}

function firstUse(
  read: ReadProject,
  columns: readonly Attribute[],
  except: number,
): { readonly at: number; readonly column: Attribute } | undefined {
  const wanted = new Map(columns.map((column) => [column.id, column]));
  const seen = new Set<LogicalPlan>();
  const search = (plan: LogicalPlan): { readonly at: number; readonly column: Attribute } | undefined => {
    if (seen.has(plan)) return undefined;
    seen.add(plan);
    for (const child of childrenOf(plan)) {
      const below = search(child);
      if (below) return below;
    }
    const { at } = plan;
    if (at === undefined || at === except) return undefined;
    const call = callOf(read, at);
    const id = call && !takesAll(call) ? [...readBy(plan, call)].find((each) => wanted.has(each)) : undefined;
    return id === undefined ? undefined : { at, column: wanted.get(id)! };
  };
  for (const { gives } of read.calls) {
    const found = gives.kind === 'frame' ? search(gives.plan) : undefined;
    if (found) return found;
  }
  for (const step of read.program.steps) {
    const plan = 'on' in step && step.on.kind !== 'rdd' ? step.on.plan : undefined;
    const found = plan && search(plan);
    if (found) return found;
  }
  return undefined;
}

/** Whether it does the same to every column that there is, whatever their names are. */
export function takesAll(call: SparkCall): boolean {
  if (!TAKES_ALL_UNNAMED.has(methodOf(call))) return false;
  const value = call.bound?.get('value') ?? call.bound?.get('to_replace');
  return call.bound?.get('subset') === undefined && value?.kind !== 'dict';
}

/** The method's name on the DataFrame itself. */
export function methodOf({ on, method }: SparkCall): string {
  return on?.kind === 'na' ? (LONG_NAMES[method] ?? method) : method;
}

/** Ids of the columns that a node asks for, those apart that it merely lets through. */
export function readBy(node: LogicalPlan, { method }: SparkCall): ReadonlySet<number> {
  if (TAKES_ALL.has(method)) return new Set();
  if (node.kind === 'Deduplicate' && node.keys.length === outputOf(node.child).length) return new Set();
  return referencesOf(expressionsOf(node).filter((each) => !isPassed(node, each, method)));
}

function isPassed(node: LogicalPlan, expression: Expression, method: string): boolean {
  return node.kind === 'Project' && expression.kind === 'attribute' && !LISTS.has(method);
}

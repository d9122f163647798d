import type { Attribute, Expression } from '../expression/expression.ts';
import { alias, and, call, isNotNull, toAttribute } from '../expression/make.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { structOf, TIMESTAMP } from '../types/names.ts';
import { castToAccepted } from './casts.ts';
import type { Column, FunctionCall } from './column.ts';
import { mapColumn } from './map-column.ts';
import { compare } from './operators.ts';
import { resolveColumns, withoutAliases } from './resolve-column.ts';
import { fieldOf, inputScope, type Scope } from './scope.ts';
import { newAttribute } from './session.ts';

/**
 * `window(ts, '5 minutes')` and `session_window`: a column of the input that is computed before the rest, in a Project
 * when each row falls into one window, in an Expand when windows overlap (Spark's TimeWindowing, SessionWindowing).
 */
export interface WithTimeWindows {
  readonly child: LogicalPlan;
  readonly replace: (column: Column) => Column;
}

export function withTimeWindows(
  child: LogicalPlan,
  columns: readonly Column[],
  scope: Scope,
): WithTimeWindows {
  const calls = new Map<string, FunctionCall>();
  for (const column of columns) {
    if (column.kind === 'reference') continue;
    mapColumn(column, (each) => {
      if (isTimeWindow(each)) calls.set(keyOf(each), each);
      return each;
    });
  }
  if (calls.size === 0) return { child, replace: (column) => column };
  const attributes = new Map<string, Attribute>();
  let plan = child;
  for (const [key, each] of calls) {
    const made = computed(plan, each, scope);
    plan = made.plan;
    attributes.set(key, made.attribute);
  }
  return {
    child: plan,
    replace: (column) =>
      mapColumn(column, (each) => {
        const attribute = isTimeWindow(each) ? attributes.get(keyOf(each)) : undefined;
        return attribute === undefined ? each : { kind: 'reference', attribute };
      }),
  };
}

function isTimeWindow(column: Column): column is FunctionCall {
  return column.kind === 'call' && /^(session_)?window$/i.test(column.fn) && column.args.length > 1;
}

function keyOf(column: FunctionCall): string {
  return JSON.stringify(column, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

const WINDOW = structOf([
  { name: 'start', type: TIMESTAMP, nullable: true },
  { name: 'end', type: TIMESTAMP, nullable: true },
]);

function computed(
  child: LogicalPlan,
  column: FunctionCall,
  scope: Scope,
): { readonly plan: LogicalPlan; readonly attribute: Attribute } {
  const { session, at } = scope;
  const inner = inputScope(session, at, [outputOf(child)], scope);
  const args = resolveColumns(column.args, inner).map(withoutAliases);
  const [first, ...durations] = args;
  if (first === undefined) return { plan: child, attribute: newAttribute(session, column.fn, WINDOW, false) };
  const time = castToAccepted(first, 'timestamp', session.ansi);
  const fn = column.fn.toLowerCase();
  const value = call(fn, [time, ...durations], { type: WINDOW, nullable: false });
  const overlapping = fn === 'window' ? overlaps(durations) : 1;
  if (overlapping === 1) {
    const named = alias(value, fn, session.nextId());
    const filtered: LogicalPlan = { kind: 'Filter', condition: isNotNull(time), child, at };
    const plan: LogicalPlan = { kind: 'Project', list: [named, ...outputOf(child)], child: filtered, at };
    return { plan, attribute: toAttribute(named) };
  }
  const attribute = newAttribute(session, fn, WINDOW);
  const projections = Array.from({ length: overlapping }, () => [value, ...outputOf(child)]);
  const expand: LogicalPlan = {
    kind: 'Expand',
    projections,
    output: [attribute, ...outputOf(child)],
    child,
    at,
  };
  const within = and(
    compare('>=', time, fieldOf(attribute, 'start', session), session.ansi),
    compare('<', time, fieldOf(attribute, 'end', session), session.ansi),
  );
  return { plan: { kind: 'Filter', condition: within, child: expand, at }, attribute };
}

/** In how many windows a moment falls: their length over the distance of their starts. */
function overlaps(durations: readonly Expression[]): number {
  const [length, slide] = durations.map(seconds);
  if (length === undefined || slide === undefined || slide <= 0) return 1;
  return Math.max(1, Math.ceil(length / slide));
}

const UNITS: Readonly<Record<string, number>> = {
  microsecond: 1e-6,
  millisecond: 1e-3,
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

function seconds(duration: Expression): number | undefined {
  if (duration.kind !== 'literal' || typeof duration.value !== 'string') return undefined;
  const match = /^\s*(?:interval\s+)?([\d.]+)\s+(\w+?)s?\s*$/i.exec(duration.value);
  const unit = UNITS[match?.[2]?.toLowerCase() ?? ''];
  return unit === undefined ? undefined : Number(match?.[1]) * unit;
}

import type { Expression } from '../expression/expression.ts';
import { literal } from '../expression/make.ts';
import { INT, VOID } from '../types/names.ts';

/**
 * Arguments that Spark adds where a program leaves them out. They matter since they are part of the names that Spark
 * gives to columns: `substring(a, 5)` becomes `substring(a, 5, 2147483647)`.
 */
export function withDefaults(fn: string, args: readonly Expression[]): readonly Expression[] {
  const defaults = DEFAULTS[fn];
  const least = LEAST[fn] ?? 1;
  if (defaults === undefined || args.length < least) return args;
  const missing = defaults.slice(args.length - least);
  return missing.length === 0 ? args : [...args, ...missing];
}

function int(value: number): Expression {
  return literal(value, INT);
}

const MAX_INT = 2147483647;
const TIME_FORMAT = literal('yyyy-MM-dd HH:mm:ss');

/** What follows the arguments that must be there. */
const DEFAULTS: Readonly<Record<string, readonly Expression[]>> = {
  approx_percentile: [int(10000)],
  from_unixtime: [TIME_FORMAT],
  lag: [int(1), literal(null, VOID)],
  lead: [int(1), literal(null, VOID)],
  listagg: [literal(null, VOID)],
  locate: [int(1)],
  lpad: [literal(' ')],
  make_dt_interval: [int(0), int(0), literal('0.000000', { kind: 'decimal', precision: 18, scale: 6 })],
  make_ym_interval: [int(0)],
  mask: [literal('X'), literal('x'), literal('n'), literal(null, VOID)],
  months_between: [literal(true)],
  percentile: [int(1)],
  regexp_extract: [int(1)],
  regexp_extract_all: [int(1)],
  regexp_instr: [int(0)],
  regexp_replace: [int(1)],
  round: [int(0)],
  bround: [int(0)],
  rpad: [literal(' ')],
  sentences: [literal(''), literal('')],
  sort_array: [literal(true)],
  split: [int(-1)],
  str_to_map: [literal(','), literal(':')],
  substring: [int(MAX_INT)],
  to_unix_timestamp: [TIME_FORMAT],
};

/** How many arguments must be there, where it is not one. */
const LEAST: Readonly<Record<string, number>> = {
  approx_percentile: 2,
  locate: 2,
  lpad: 2,
  months_between: 2,
  percentile: 2,
  regexp_extract: 2,
  regexp_extract_all: 2,
  regexp_instr: 2,
  regexp_replace: 3,
  rpad: 2,
  split: 2,
  substring: 2,
};

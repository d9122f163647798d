import type { Column } from '#lib/plan/analyze/column.ts';
import { STRING } from '#lib/plan/types/names.ts';
import type { Run } from '../../interpret/run.ts';
import { functions, type ModuleTable } from '../../modules/table.ts';
import { column, unknown } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { columnOrName, columnsOf, literalOrColumn, nameColumn } from '../columns.ts';
import { Call } from '../method.ts';
import { textOf } from '../read-value.ts';
import { parseColumn } from '../sql-text.ts';
import { derived } from '../steps.ts';

function named(fn: string, args: readonly Column[], distinct = false): Value {
  return column(distinct ? { kind: 'call', fn, args, distinct } : { kind: 'call', fn, args });
}

/** What `asc`, `desc` and their kin say, by name. */
export const ORDERS: Readonly<Record<string, readonly ['asc' | 'desc', 'first' | 'last' | undefined]>> = {
  asc: ['asc', undefined],
  asc_nulls_first: ['asc', 'first'],
  asc_nulls_last: ['asc', 'last'],
  desc: ['desc', undefined],
  desc_nulls_first: ['desc', 'first'],
  desc_nulls_last: ['desc', 'last'],
};

function distinctOf(fn: string) {
  return ['*cols', (a: { rest: readonly Value[] }) => named(fn, columnsOf(a.rest), true)] as const;
}

function ofName(value: Value | undefined): Value {
  if (value?.kind === 'str') return column(nameColumn(value.value));
  if (value === undefined || value.kind === 'unknown') {
    return column({ kind: 'unknown', why: 'a column whose name is not known', reads: [] });
  }
  return column(columnOrName(value));
}

/** Functions that are more than a call of the SQL function of their name. */
export const SPECIAL_FUNCTIONS: ModuleTable = functions({
  col: ['col', (a) => ofName(a.get('col'))],
  column: ['col', (a) => ofName(a.get('col'))],
  lit: [
    'col',
    (a) =>
      a.get('col')?.kind === 'column'
        ? a.get('col')!
        : column(literalOrColumn(a.get('col') ?? { kind: 'none' })),
  ],
  expr: [
    'str',
    (a, run, site) => {
      const text = textOf(a.get('str'));
      if (text === undefined)
        return column({ kind: 'unknown', why: 'SQL text that depends on the run', reads: [] });
      return column(parseColumn(new Call(run, site, 'expr'), text));
    },
  ],
  when: [
    'condition, value',
    (a) => ({
      kind: 'when',
      branches: [
        literalOrColumn(a.get('condition') ?? unknown('a condition')),
        literalOrColumn(a.get('value') ?? { kind: 'none' }),
      ],
    }),
  ],
  count: ['col', (a) => named('count', [columnOrName(a.get('col') ?? unknown('a column'))])],
  countDistinct: distinctOf('count'),
  count_distinct: distinctOf('count'),
  sumDistinct: distinctOf('sum'),
  sum_distinct: distinctOf('sum'),
  listagg_distinct: [
    'col, delimiter',
    (a) =>
      named(
        'listagg',
        [
          columnOrName(a.get('col') ?? unknown('a column')),
          ...(a.get('delimiter') ? [literalOrColumn(a.get('delimiter')!)] : []),
        ],
        true,
      ),
  ],
  struct: ['*cols', (a) => named('struct', columnsOf(a.rest))],
  create_map: ['*cols', (a) => named('map', columnsOf(a.rest))],
  bitwiseNOT: ['col', (a) => named('~', columnsOf([a.get('col')!]))],
  bitwise_not: ['col', (a) => named('~', columnsOf([a.get('col')!]))],
  negate: ['col', (a) => named('negative', columnsOf([a.get('col')!]))],
  unwrap_udt: ['col', (a) => column(columnOrName(a.get('col')!))],
  call_function: ['funcName, *cols', (a, run) => callByName(run, a.get('funcName'), a.rest)],
  call_udf: ['udfName, *cols', (a, run) => callByName(run, a.get('udfName'), a.rest)],
  broadcast: [
    'df',
    (a, run, site) => {
      const df = a.get('df');
      if (df?.kind !== 'frame') return df ?? unknown('a DataFrame');
      const call = new Call(run, site, 'broadcast');
      return derived(call, df, run.analyzer.hint(df.plan, 'BROADCAST', call.at));
    },
  ],
  ...Object.fromEntries(
    Object.entries(ORDERS).map(([name, [direction, nulls]]) => [
      name,
      [
        'col',
        (a: { get(name: string): Value | undefined }) =>
          column({
            kind: 'ordered',
            child: columnOrName(a.get('col') ?? unknown('a column')),
            direction,
            nulls,
          }),
      ] as const,
    ]),
  ),
});

function callByName(run: Run, name: Value | undefined, args: readonly Value[]): Value {
  const fn = textOf(name)?.toLowerCase();
  const registered = fn === undefined ? undefined : run.session.udfs.get(fn);
  if (fn === undefined)
    return column({ kind: 'unknown', why: 'a function whose name is not known', reads: columnsOf(args) });
  return registered ? column(udfColumn(registered, args)) : named(fn, columnsOf(args));
}

export function udfColumn(udf: Value & { kind: 'udf' }, args: readonly Value[]): Column {
  const { name, type, mode, deterministic } = udf;
  return { kind: 'udf', name, args: columnsOf(args), type, mode, deterministic };
}

export const DEFAULT_UDF_TYPE = STRING;

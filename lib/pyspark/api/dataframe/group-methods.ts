import type { Column } from '#lib/plan/analyze/column.ts';
import { elementsOf } from '../../values/iterate.ts';
import { unknown } from '../../values/make.ts';
import type { FrameValue, GroupedValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import { columnsOf, flatten, literalOrColumn } from '../columns.ts';
import type { Methods } from '../method.ts';
import { derived } from '../steps.ts';

/** `agg(F.sum("a"))`, `agg({"a": "sum"})`. */
export function aggregatesOf(values: readonly Value[]): readonly Column[] {
  const [first] = values;
  if (first?.kind !== 'dict') return flatten(values).map(literalOrColumn);
  return [...first.entries.values()].map(([key, fn]): Column => {
    const name = key.kind === 'str' ? key.value : '?';
    const of: Column =
      name === '*' ? { kind: 'star', qualifier: [] } : { kind: 'name', parts: name.split('.') };
    return fn.kind === 'str'
      ? { kind: 'call', fn: fn.value.toLowerCase() === 'mean' ? 'avg' : fn.value.toLowerCase(), args: [of] }
      : { kind: 'unknown', why: 'an aggregate whose name depends on the run', reads: [of] };
  });
}

function grouped(mode: 'plain' | 'rollup' | 'cube'): Methods<FrameValue>[string] {
  return [
    '*cols',
    (self, a, call): GroupedValue => {
      void call.at;
      const columns = flatten(a.rest).map(
        (value): Column =>
          value.kind === 'int'
            ? literalOrColumn(value)
            : (columnsOf([value])[0] ?? literalOrColumn(unknown('a column'))),
      );
      if (a.open || (a.rest.length === 1 && a.rest[0]?.kind === 'unknown')) {
        call.note('columns that depend on the run', 'there may be further keys');
      }
      return { kind: 'grouped', frame: self, columns, mode };
    },
  ];
}

/** What groups rows, and the statistics that are built from groups. */
export const GROUP_METHODS: Methods<FrameValue> = {
  groupBy: grouped('plain'),
  groupby: grouped('plain'),
  rollup: grouped('rollup'),
  cube: grouped('cube'),
  groupingSets: [
    'groupingSets, *cols',
    (self, a, call): Value => {
      void call.at;
      const columns = columnsOf(a.rest);
      const keys = columns.map((each) => JSON.stringify(each));
      const elements = a.get('groupingSets') && elementsOf(a.get('groupingSets')!);
      const sets = elements?.items.map((set) =>
        columnsOf([set])
          .map((each) => keys.indexOf(JSON.stringify(each)))
          .filter((index) => index >= 0),
      );
      return { kind: 'grouped', frame: self, columns, mode: 'sets', sets: sets ?? [] };
    },
  ],
  agg: [
    '*exprs',
    (self, a, call) =>
      derived(
        call,
        self,
        call.run.analyzer.aggregate(self.plan, { columns: [], mode: 'plain' }, aggregatesOf(a.rest), call.at),
      ),
  ],
  describe: [
    '*cols',
    (self, a, call) => {
      const statistics = ['count', 'mean', 'stddev', 'min', 'max'];
      const columns = flatten(a.rest);
      const of =
        columns.length > 0 ? call.run.analyzer.project(self.plan, columnsOf(columns), call.at) : self.plan;
      return summary({ ...self, plan: of }, statistics, call);
    },
  ],
  summary: [
    '*statistics',
    (self, a, call) => {
      const given = flatten(a.rest).flatMap((value) => (value.kind === 'str' ? [value.value] : []));
      const all = ['count', 'mean', 'stddev', 'min', '25%', '50%', '75%', 'max'];
      return summary(self, given.length > 0 ? given : all, call);
    },
  ],
};

const SUMMARIZED = new Set([
  'tinyint',
  'smallint',
  'int',
  'bigint',
  'float',
  'double',
  'decimal',
  'string',
  'unknown',
]);

/**
 * As StatFunctions.summary builds it: one global aggregate with a map for every column, exploded into one row for each
 * statistic.
 */
function summary(
  self: FrameValue,
  statistics: readonly string[],
  call: Parameters<Methods<FrameValue>[string][1]>[2],
): Value {
  const { analyzer } = call.run;
  const attributes = analyzer.output(self.plan).filter((each) => SUMMARIZED.has(each.type.kind));
  const text = (value: string): Column => ({ kind: 'value', value, type: { kind: 'string' } });
  const maps = attributes.map((attribute): Column => {
    const of: Column = { kind: 'reference', attribute };
    const number: Column =
      attribute.type.kind === 'string' ? { kind: 'cast-to', child: of, type: { kind: 'double' } } : of;
    const pairs = statistics.flatMap((name): readonly Column[] => [
      text(name),
      { kind: 'cast-to', child: statisticColumn(name, of, number), type: { kind: 'string' } },
    ]);
    return { kind: 'named', child: { kind: 'call', fn: 'map', args: pairs }, names: [attribute.name] };
  });
  const aggregated = analyzer.aggregate(self.plan, { columns: [], mode: 'plain' }, maps, call.at);
  const names: Column = { kind: 'call', fn: 'array', args: statistics.map(text) };
  const exploded = analyzer.withColumns(
    aggregated,
    [['summary', { kind: 'call', fn: 'explode', args: [names] }]],
    call.at,
  );
  const name: Column = { kind: 'name', parts: ['summary'] };
  const columns = attributes.map(
    (attribute): Column => ({
      kind: 'named',
      child: { kind: 'call', fn: '[]', args: [{ kind: 'name', parts: [attribute.name] }, name] },
      names: [attribute.name],
    }),
  );
  return derived(call, self, analyzer.project(exploded, [name, ...columns], call.at));
}

function statisticColumn(name: string, of: Column, number: Column): Column {
  switch (name) {
    case 'count':
    case 'min':
    case 'max':
      return { kind: 'call', fn: name, args: [of] };
    case 'count_distinct':
      return { kind: 'call', fn: 'count', args: [of], distinct: true };
    case 'mean':
      return { kind: 'call', fn: 'avg', args: [number] };
    case 'stddev':
      return { kind: 'call', fn: 'stddev', args: [number] };
    default: {
      const percentile: Column = {
        kind: 'value',
        value: Number.parseFloat(name) / 100,
        type: { kind: 'double' },
      };
      return {
        kind: 'call',
        fn: name.endsWith('%') ? 'percentile_approx' : name,
        args: name.endsWith('%') ? [number, percentile] : [of],
      };
    }
  }
}

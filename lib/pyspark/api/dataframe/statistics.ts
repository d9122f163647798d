import type { Column } from '#lib/plan/analyze/column.ts';
import type { FrameValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import type { Call } from '../method.ts';
import { textOf } from '../read-value.ts';
import type { Bound } from '../signature.ts';
import { derived, eager } from '../steps.ts';
import { pivotValuesPlan } from './pivot-values.ts';

/** StatFunctions.crossTabulate: a pivot whose values are read from the data first. */
export function crosstab(self: FrameValue, a: Bound, call: Call): Value {
  const [first, second] = [textOf(a.get('col1')) ?? '?', textOf(a.get('col2')) ?? '?'];
  const { analyzer } = call.run;
  const asText = (name: string): Column => {
    const of: Column = { kind: 'name', parts: [name] };
    return {
      kind: 'call',
      fn: 'case',
      args: [
        { kind: 'call', fn: 'isnull', args: [of] },
        { kind: 'value', value: 'null', type: { kind: 'string' } },
        { kind: 'cast-to', child: of, type: { kind: 'string' } },
      ],
    };
  };
  const pivoted = asText(second);
  eager(call, { kind: 'pivot-values', plan: pivotValuesPlan(analyzer, self.plan, pivoted, call.at) });
  const key: Column = { kind: 'named', child: asText(first), names: [`${first}_${second}`] };
  const counted: Column = {
    kind: 'named',
    child: { kind: 'call', fn: 'count', args: [{ kind: 'value', value: 1, type: { kind: 'int' } }] },
    names: ['count'],
  };
  const plan = analyzer.aggregate(
    self.plan,
    { columns: [key], mode: 'plain', pivot: { column: pivoted, values: undefined } },
    [counted],
    call.at,
  );
  return derived(call, self, plan);
}

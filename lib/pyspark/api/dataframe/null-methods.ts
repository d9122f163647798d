import type { Column } from '#lib/plan/analyze/column.ts';
import { unknown } from '../../values/make.ts';
import type { FrameValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import { literalOrColumn } from '../columns.ts';
import type { Call, Methods } from '../method.ts';
import { namesOf, numberOf, textOf } from '../read-value.ts';
import type { Bound } from '../signature.ts';
import { derived } from '../steps.ts';

/** `df.dropna(…)`, `df.na.drop(…)` and their kin. */
export function dropNulls(self: FrameValue, a: Bound, call: Call): Value {
  const least = numberOf(a.get('thresh'));
  const how = textOf(a.get('how')) === 'all' ? 'all' : 'any';
  const rule = least === undefined ? how : { least };
  return derived(call, self, call.run.analyzer.dropNulls(self.plan, rule, namesOf(a.get('subset')), call.at));
}

export function fillNulls(self: FrameValue, a: Bound, call: Call): Value {
  const value = a.get('value') ?? unknown('a value');
  const fill: Column | Record<string, Column> =
    value.kind === 'dict'
      ? Object.fromEntries(
          [...value.entries.values()].map(([key, each]) => [textOf(key) ?? '?', literalOrColumn(each)]),
        )
      : literalOrColumn(value);
  return derived(call, self, call.run.analyzer.fillNulls(self.plan, fill, namesOf(a.get('subset')), call.at));
}

export function replaceValues(self: FrameValue, a: Bound, call: Call): Value {
  return derived(call, self, call.run.analyzer.replaceValues(self.plan, namesOf(a.get('subset')), call.at));
}

export const DROP = 'how, thresh, subset';
export const FILL = 'value, subset';
export const REPLACE = 'to_replace, value, subset';

export const NULL_METHODS: Methods<FrameValue> = {
  dropna: [DROP, dropNulls],
  fillna: [FILL, fillNulls],
  replace: [REPLACE, replaceValues],
};

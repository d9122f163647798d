import type { ModuleTable } from '../../modules/table.ts';
import { native, unknown } from '../../values/make.ts';
import type { WindowSpecValue } from '../../values/spark-value.ts';
import type { Args, Value } from '../../values/value.ts';
import { columnsOf } from '../columns.ts';
import type { Class, Methods } from '../method.ts';
import { type Bound, bindArgs } from '../signature.ts';

const EMPTY: WindowSpecValue = { kind: 'window-spec', partitionBy: [], orderBy: [], frame: undefined };

/** PySpark's own limits for "unbounded": anything beyond them counts as unbounded. */
const BEYOND = 2 ** 31;

function bound(value: Value | undefined): string {
  if (value?.kind !== 'int' && value?.kind !== 'float') return '?';
  if (value.value === 0) return 'CURRENT ROW';
  const side = value.value < 0 ? 'PRECEDING' : 'FOLLOWING';
  return Math.abs(value.value) >= BEYOND ? `UNBOUNDED ${side}` : `${Math.abs(value.value)} ${side}`;
}

function framed(self: WindowSpecValue, unit: 'ROWS' | 'RANGE', a: Bound): Value {
  return { ...self, frame: `${unit} BETWEEN ${bound(a.get('start'))} AND ${bound(a.get('end'))}` };
}

const METHODS: Methods<WindowSpecValue> = {
  partitionBy: ['*cols', (self, a) => ({ ...self, partitionBy: columnsOf(a.rest) })],
  orderBy: ['*cols', (self, a) => ({ ...self, orderBy: columnsOf(a.rest) })],
  rowsBetween: ['start, end', (self, a) => framed(self, 'ROWS', a)],
  rangeBetween: ['start, end', (self, a) => framed(self, 'RANGE', a)],
};

export const WINDOW_SPEC_CLASS: Class<WindowSpecValue> = { methods: METHODS, properties: {} };

/** The class `Window`, from which every specification starts. */
export const WINDOW: ModuleTable = {
  ...Object.fromEntries(
    Object.entries(METHODS).map(([name, [signature, call]]) => [
      name,
      () => native(name, (args: Args) => call(EMPTY, bindArgs(signature, args), undefined as never)),
    ]),
  ),
  unboundedPreceding: () => ({ kind: 'float', value: -(2 ** 63) }),
  unboundedFollowing: () => ({ kind: 'float', value: 2 ** 63 }),
  currentRow: () => ({ kind: 'int', value: 0 }),
  __call__: () => native('Window', () => unknown('a Window')),
};

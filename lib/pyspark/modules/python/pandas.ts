import type { Field } from '#lib/plan/types/data-type.ts';
import { typeOfValue } from '../../api/types/infer-type.ts';
import { elementsOf } from '../../values/iterate.ts';
import { unknown } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { functions, type ModuleTable } from '../table.ts';

/** pandas frames of constants keep their columns, for createDataFrame; everything else of pandas is unknown. */
export const PANDAS: ModuleTable = functions({
  DataFrame: [
    'data, index, columns, dtype, copy',
    (a) => {
      const data = a.get('data');
      if (data?.kind === 'dict' && !data.open) return ofColumns(data);
      return data === undefined
        ? { kind: 'pandas-frame', fields: [], rows: 0 }
        : ofRows(data, a.get('columns'));
    },
  ],
});

function ofColumns(data: Value & { kind: 'dict' }): Value {
  const fields: Field[] = [];
  let rows: number | undefined;
  for (const [key, column] of data.entries.values()) {
    const elements = elementsOf(column);
    fields.push(field(key.kind === 'str' ? key.value : String(fields.length), elements?.items[0]));
    if (elements && !elements.open) rows = elements.items.length;
  }
  return { kind: 'pandas-frame', fields, rows };
}

function ofRows(data: Value, columns: Value | undefined): Value {
  const elements = elementsOf(data);
  const names = columns && elementsOf(columns)?.items.map((name) => (name.kind === 'str' ? name.value : ''));
  const first = elements?.items[0];
  if (!elements || !first) return { kind: 'pandas-frame', fields: undefined, rows: undefined };
  const rows = elements.open ? undefined : elements.items.length;
  if (first.kind === 'dict') {
    const fields = [...first.entries.values()].map(([key, value]) =>
      field(key.kind === 'str' ? key.value : '', value),
    );
    return { kind: 'pandas-frame', fields, rows };
  }
  const cells = elementsOf(first)?.items ?? [first];
  return { kind: 'pandas-frame', fields: cells.map((cell, i) => field(names?.[i] ?? String(i), cell)), rows };
}

function field(name: string, sample: Value | undefined): Field {
  return { name, type: typeOfValue(sample ?? unknown('a cell')), nullable: true };
}

import type { NewOperation } from '#lib/pyspark/edit/graph-edit.ts';

/** An operation that can be put behind another one, from one line of text. */
export interface Insertable {
  readonly method: NewOperation['method'];
  /** What its text is; undefined where it takes none. */
  readonly asks: string | undefined;
  /** Undefined where the text does not do. */
  readonly make: (text: string) => NewOperation | undefined;
}

export const INSERTABLE: readonly Insertable[] = [
  {
    method: 'filter',
    asks: 'Condition in SQL, such as amount > 100',
    make: (text) => (text === '' ? undefined : { method: 'filter', condition: { sql: text } }),
  },
  {
    method: 'select',
    asks: 'Columns, with commas between',
    make: (text) =>
      someNames(text, (names) => ({ method: 'select', columns: names.map((name) => ({ name })) })),
  },
  {
    method: 'drop',
    asks: 'Columns, with commas between',
    make: (text) => someNames(text, (columns) => ({ method: 'drop', columns })),
  },
  { method: 'distinct', asks: undefined, make: () => ({ method: 'distinct' }) },
  {
    method: 'orderBy',
    asks: 'Columns, with commas between',
    make: (text) =>
      someNames(text, (names) => ({ method: 'orderBy', columns: names.map((name) => ({ name })) })),
  },
  {
    method: 'limit',
    asks: 'Rows',
    make: (text) => wholeNumber(text, (rows) => ({ method: 'limit', rows })),
  },
  {
    method: 'repartition',
    asks: 'Partitions',
    make: (text) => wholeNumber(text, (partitions) => ({ method: 'repartition', partitions })),
  },
  {
    method: 'coalesce',
    asks: 'Partitions',
    make: (text) => wholeNumber(text, (partitions) => ({ method: 'coalesce', partitions })),
  },
];

function someNames(text: string, make: (names: readonly string[]) => NewOperation): NewOperation | undefined {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === 0 ? undefined : make(names);
}

function wholeNumber(text: string, make: (value: number) => NewOperation): NewOperation | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? make(Number(text)) : undefined;
}

import { JOIN_HOWS, type JoinHow, type NewOperation } from '#lib/pyspark/edit/graph-edit.ts';

/** One thing that an operation has to be told, as text. */
export interface Field {
  readonly id: string;
  readonly label: string;
  /** `column` and `columns` take names of columns, `shared` those that both sides have, `frame` a DataFrame's name. */
  readonly kind: 'text' | 'number' | 'column' | 'columns' | 'shared' | 'frame' | 'choice';
  readonly placeholder?: string;
  /** Of a choice; the first one holds until another is chosen. */
  readonly choices?: readonly string[];
}

export type Values = Readonly<Record<string, string>>;

/** An operation that can be put between others. */
export interface Insertable {
  readonly id: string;
  readonly fields: readonly Field[];
  /** What is missing, where the values do not do. */
  readonly make: (values: Values) => NewOperation | { readonly missing: string };
}

const COLUMNS: Field = { id: 'columns', label: 'Columns', kind: 'columns' };
const PARTITIONS: Field = { id: 'partitions', label: 'Partitions', kind: 'number' };
const AGGREGATES = ['count', 'sum', 'avg', 'min', 'max', 'count_distinct', 'collect_set'] as const;
const ORDERS = ['smallest first', 'largest first'] as const;

/** Most wanted first. */
export const INSERTABLE: readonly Insertable[] = [
  {
    id: 'filter',
    fields: [{ id: 'condition', label: 'Condition in SQL', kind: 'text', placeholder: 'amount > 100' }],
    make: ({ condition = '' }) =>
      isBlank(condition)
        ? { missing: 'a condition' }
        : { method: 'filter', condition: { sql: condition.trim() } },
  },
  {
    id: 'select',
    fields: [COLUMNS],
    make: ({ columns }) =>
      some(columns, (names) => ({ method: 'select', columns: names.map((name) => ({ name })) })),
  },
  {
    id: 'withColumn',
    fields: [
      { id: 'name', label: 'Name of the column', kind: 'text', placeholder: 'total' },
      { id: 'value', label: 'Value in SQL', kind: 'text', placeholder: 'amount * 2' },
    ],
    make: ({ name = '', value = '' }) =>
      isBlank(name) || isBlank(value)
        ? { missing: isBlank(name) ? 'a name' : 'a value' }
        : { method: 'withColumn', name: name.trim(), column: { sql: value.trim() } },
  },
  {
    id: 'groupBy + agg',
    fields: [
      { id: 'keys', label: 'Grouped by', kind: 'columns' },
      { id: 'function', label: 'Function', kind: 'choice', choices: AGGREGATES },
      { id: 'of', label: 'Of the column', kind: 'column', placeholder: 'for count: all rows' },
      { id: 'as', label: 'Name of the result', kind: 'text', placeholder: 'as Spark names it' },
    ],
    make: groupBy,
  },
  {
    id: 'join',
    fields: [
      { id: 'other', label: 'With the DataFrame', kind: 'frame' },
      { id: 'on', label: 'On the columns', kind: 'shared' },
      { id: 'how', label: 'Join type', kind: 'choice', choices: JOIN_HOWS },
    ],
    make: join,
  },
  {
    id: 'orderBy',
    fields: [COLUMNS, { id: 'order', label: 'Order', kind: 'choice', choices: ORDERS }],
    make: ({ columns, order }) =>
      some(columns, (names) => ({
        method: 'orderBy',
        columns: names.map((name) => ({ name, ...(order === ORDERS[1] ? { descending: true } : {}) })),
      })),
  },
  {
    id: 'limit',
    fields: [{ id: 'rows', label: 'Rows', kind: 'number' }],
    make: ({ rows }) => number(rows, 'a number of rows', (count) => ({ method: 'limit', rows: count })),
  },
  { id: 'distinct', fields: [], make: () => ({ method: 'distinct' }) },
  {
    id: 'dropDuplicates',
    fields: [COLUMNS],
    make: ({ columns }) => some(columns, (names) => ({ method: 'dropDuplicates', columns: names })),
  },
  {
    id: 'drop',
    fields: [COLUMNS],
    make: ({ columns }) => some(columns, (names) => ({ method: 'drop', columns: names })),
  },
  {
    id: 'repartition',
    fields: [
      { ...PARTITIONS, placeholder: 'shuffle.partitions' },
      { id: 'columns', label: 'By the columns', kind: 'columns', placeholder: 'none: in turn' },
    ],
    make: repartition,
  },
  {
    id: 'coalesce',
    fields: [PARTITIONS],
    make: ({ partitions }) =>
      number(partitions, 'a number of partitions', (count) => ({ method: 'coalesce', partitions: count })),
  },
];

/** Names with commas between, each once. */
export function namesIn(text = ''): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

function groupBy({ keys, function: name, of = '', as = '' }: Values): ReturnType<Insertable['make']> {
  const chosen = AGGREGATES.find((each) => each === name) ?? AGGREGATES[0];
  const column = of.trim();
  if (column === '' && chosen !== 'count') return { missing: `a column for ${chosen}` };
  return some(keys, (grouped) => ({
    method: 'groupBy',
    keys: grouped,
    aggregates: [
      { function: chosen, ...(column === '' ? {} : { column }), ...(isBlank(as) ? {} : { as: as.trim() }) },
    ],
  }));
}

function join({ other = '', on, how: text }: Values): ReturnType<Insertable['make']> {
  const how: JoinHow = JOIN_HOWS.find((each) => each === text) ?? 'inner';
  if (other === '') return { missing: 'a DataFrame that has a name there' };
  if (how === 'cross') return { method: 'join', other, on: [], how };
  return some(on, (names) => ({ method: 'join', other, on: names, how }));
}

function repartition({ partitions = '', columns }: Values): ReturnType<Insertable['make']> {
  const names = namesIn(columns);
  const by = names.length === 0 ? {} : { columns: names };
  if (isBlank(partitions) && names.length > 0) return { method: 'repartition', ...by };
  return number(partitions, 'a number of partitions or columns', (count) => ({
    ...{ method: 'repartition', partitions: count },
    ...by,
  }));
}

function some(
  text: string | undefined,
  make: (names: readonly string[]) => NewOperation,
): ReturnType<Insertable['make']> {
  const names = namesIn(text);
  return names.length === 0 ? { missing: 'a column' } : make(names);
}

function number(
  text: string | undefined,
  what: string,
  make: (value: number) => NewOperation,
): ReturnType<Insertable['make']> {
  const plain = (text ?? '').trim();
  return /^[1-9]\d{0,8}$/.test(plain) ? make(Number(plain)) : { missing: what };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

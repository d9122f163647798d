import { type CaseInput, MAX_PARTITIONS, MAX_ROWS } from '#lib/simulator/cases/read-input.ts';
import type { BucketedTable, QueryTable, QueryTables } from './query-program.ts';

const ROWS = 5000;
const MAX_COLUMNS = 100;

/** The tables of a case: by name, or several names at once; text instead of tables stands for the usual ones. */
export function readTables(input: CaseInput | undefined): QueryTables {
  const tables = new Map<string, QueryTable>();
  const bucketed = new Map<string, BucketedTable>();
  if (input === undefined || typeof input.value === 'string') return USUAL;
  for (const [names, table] of input.entries((entry) => entry)) {
    if (typeof table.value === 'string') continue;
    for (const name of names.split(',')) {
      if (!/^\w+$/.test(name)) table.refuse('named by letters and digits');
      const columns = table.field('columns').list(readColumn, MAX_COLUMNS);
      const buckets = table.optional('bucketsByK')?.integer(1, MAX_PARTITIONS);
      if (buckets !== undefined) bucketed.set(name, { columns, buckets });
      else tables.set(name, { columns, ...readLayout(table) });
    }
  }
  return { tables, bucketed };
}

function readLayout(table: CaseInput): Omit<QueryTable, 'columns'> {
  const partitions = table.field('partitions').integer(1, MAX_PARTITIONS);
  const rows = table.optional('rows')?.integer(0, MAX_ROWS) ?? ROWS;
  // "(id*7)%5000, no known partitioning"
  const first = /^[\w()*%+ -]+/.exec(table.optional('k')?.text() ?? '')?.[0].trim();
  return first === undefined ? { partitions, rows } : { partitions, rows, firstColumn: first };
}

function readColumn(column: CaseInput): string {
  const name = column.text();
  return /^\w+$/.test(name) ? name : column.refuse('a column name of letters and digits');
}

const USUAL: QueryTables = {
  tables: new Map([
    ['a', { columns: ['k', 'a', 'b', 'v'], partitions: 4, rows: ROWS }],
    ['b', { columns: ['k', 'a', 'b2', 'w'], partitions: 3, rows: ROWS }],
    ['c', { columns: ['k', 'a', 'b', 'v'], partitions: 4, rows: ROWS, firstColumn: '(id*7)%5000' }],
    ['e', { columns: ['k', 'w'], partitions: 3, rows: ROWS, firstColumn: '(id*3)%4000' }],
  ]),
  bucketed: new Map([
    ['bt', { columns: ['k', 'v'], buckets: 8 }],
    ['bt8', { columns: ['k', 'v'], buckets: 8 }],
    ['bt4', { columns: ['k', 'v'], buckets: 4 }],
  ]),
};

import type { Catalog } from '#lib/plan/settings.ts';

/** Rows, partitions and columns of a table that a query may name. */
export interface QueryTable {
  readonly columns: readonly string[];
  readonly partitions: number;
  readonly rows: number;
  /** The first column as SQL over id; undefined: the renamed id of spark.range, which lies and is ordered as that does. */
  readonly firstColumn?: string;
}

export interface BucketedTable {
  readonly columns: readonly string[];
  readonly buckets: number;
}

export interface QueryTables {
  readonly tables: ReadonlyMap<string, QueryTable>;
  readonly bucketed: ReadonlyMap<string, BucketedTable>;
}

/** What every query may use without saying where it comes from. */
const PRELUDE = `
from pyspark.sql import SparkSession, Window
from pyspark.sql.functions import *
from pyspark.sql import functions as F
spark = SparkSession.builder.getOrCreate()
sc = spark.sparkContext
fsum = F.sum
fmax = F.max
fmin = F.min
W = Window.partitionBy('k').orderBy('v')
W2 = Window.orderBy('v')
Wab = Window.partitionBy('a', 'b').orderBy('v')
from builtins import max, min, sum
def t(name):
    return spark.table(name)
def twice(data):
    data.count()
    return data.count()
`;

/** The query as the last lines of a program that defines its tables, with \`action\` put behind it. */
export function queryProgram(query: string, { tables }: QueryTables, action = ''): string {
  const defined = [...tables].map(([name, table]) => tableText(name, table)).join('');
  const lines = query.trim().split('\n');
  const last = lines.pop() ?? '';
  return `${PRELUDE}${defined}${lines.map((line) => `${line}\n`).join('')}(${last})${action}\n`;
}

function tableText(name: string, { columns, partitions, rows, firstColumn }: QueryTable): string {
  const [first = 'k', ...others] = columns;
  const key =
    firstColumn === undefined ? `col('id').alias('${first}')` : `expr('${firstColumn}').alias('${first}')`;
  const rest = others.map((column, i) => `(col('id') % ${7 + 6 * i}).alias('${column}')`);
  return `def ${name}():
    return spark.range(0, ${rows}, 1, ${partitions}).select(${[key, ...rest].join(', ')})
`;
}

/** Files that queries read by path: four of each kind. */
const FILES = 4;
const FILE_BYTES = 10_000;

export function queryCatalog({ bucketed }: QueryTables): Catalog {
  const columns = ['k', 'v'].map((name) => ({ name, type: 'bigint' }));
  const files = {
    columns,
    files: FILES,
    bytes: FILES * FILE_BYTES,
    fileBytes: Array(FILES).fill(FILE_BYTES),
    rows: 1000,
  };
  return {
    ...Object.fromEntries(
      ['csv', 'json', 'parquet', 'orc'].map((format) => [`/${format[0]}`, { format, ...files }]),
    ),
    ...Object.fromEntries(
      [...bucketed].map(([name, table]) => [
        name,
        {
          ...files,
          format: 'parquet',
          columns: table.columns.map((column) => ({ name: column, type: 'bigint' })),
          buckets: { columns: [table.columns[0] ?? 'k'], count: table.buckets },
        },
      ]),
    ),
  };
}

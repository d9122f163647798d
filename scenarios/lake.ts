import type { Catalog } from '#lib/plan/settings.ts';

/** The tables that the programs of the bundled logs read, with their sizes in bytes as tools/scenarios/lake.py writes them. */
export const LAKE: Catalog = {
  'lake/orders': {
    format: 'parquet',
    columns: [
      { name: 'order_id', type: 'bigint' },
      { name: 'customer_id', type: 'bigint' },
      { name: 'day', type: 'date' },
      { name: 'amount', type: 'double' },
      { name: 'note', type: 'string' },
    ],
    ...sizes(24, 161_076_568),
    rows: 4_500_000,
  },
  'lake/customers': {
    format: 'parquet',
    columns: [
      { name: 'customer_id', type: 'bigint' },
      { name: 'email', type: 'string' },
      { name: 'country', type: 'string' },
    ],
    ...sizes(4, 18_102_273),
    rows: 400_000,
  },
  'lake/sales': {
    format: 'parquet',
    columns: [
      { name: 'customer_id', type: 'bigint' },
      { name: 'day', type: 'date' },
      { name: 'quantity', type: 'int' },
    ],
    ...sizes(8, 30_450_625),
    rows: 6_000_000,
  },
  'lake/visits': {
    format: 'parquet',
    columns: [
      { name: 'visit_id', type: 'bigint' },
      { name: 'user_id', type: 'bigint' },
      { name: 'email', type: 'string' },
      { name: 'day', type: 'date' },
      { name: 'ts', type: 'timestamp' },
    ],
    ...sizes(8, 88_270_364),
    rows: 3_000_000,
  },
  'lake/mails': {
    format: 'parquet',
    columns: [
      { name: 'email', type: 'string' },
      { name: 'day', type: 'date' },
    ],
    ...sizes(8, 431_100_848),
    rows: 30_000_000,
  },
  'lake/readings': {
    format: 'parquet',
    columns: [
      { name: 'device_id', type: 'bigint' },
      { name: 'day', type: 'date' },
      { name: 'value', type: 'double' },
    ],
    ...sizes(8, 2_563_924),
    rows: 3_000_000,
  },
};

/** In-memory bytes for each byte in the files, from the rows that are known: knobs have no rows of their own. */
export function expansion(source: string, rowBytes: number): number {
  const { rows = 0, bytes = 1 } = LAKE[source]!;
  return (rows * rowBytes) / bytes;
}

/** Files of equal size. */
export function sizes(count: number, bytes: number) {
  const each = Math.floor(bytes / count);
  const fileBytes = Array.from({ length: count }, (_, i) => (i === 0 ? bytes - each * (count - 1) : each));
  return { files: count, bytes, fileBytes };
}

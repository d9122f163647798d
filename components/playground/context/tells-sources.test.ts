import { describe, expect, it } from 'vitest';
import { tellsSources } from './tells-sources.ts';

const PRINTED = 'root\n |-- country: string (nullable = true)\n';
const SCHEMA = JSON.stringify({
  type: 'struct',
  fields: [{ name: 'k', type: 'integer', nullable: true, metadata: {} }],
});
const CATALOG = JSON.stringify({ orders: { format: 'parquet', columns: [], bytes: 1 } });
const LOG =
  '{"Event":"SparkListenerLogStart","Spark Version":"4.0.0"}\n{"Event":"SparkListenerApplicationEnd"}\n';

const asked = (files: Readonly<Record<string, string>>) =>
  tellsSources(Object.entries(files).map(([path, text]) => ({ path, blob: new Blob([text]) })));

describe('tellsSources', () => {
  it.each([
    { 'orders.parquet': 'PAR1' },
    { 'out/part-0.csv': 'a,b', 'out/_SUCCESS': '', 'out/.part-0.csv.crc': '' },
    { 'orders.txt': PRINTED },
    { 'orders.json': SCHEMA },
    { 'catalog.json': CATALOG, 'people.csv': 'id' },
  ])('takes data, and texts with a schema: %j', async (files) => {
    expect(await asked(files)).toBe(true);
  });

  it.each([
    { 'app-1.json': LOG },
    { 'app-1.json': LOG.slice(0, LOG.indexOf('\n')) },
    { 'notes.txt': 'nothing of the kind' },
    { 'broken.json': '{"type":' },
    { 'long.txt': PRINTED + ' '.repeat(2 ** 20) },
    { 'orders.parquet': 'PAR1', 'main.py': '' },
    { '.DS_Store': '' },
    { 'eventlog_v2_app-1/events_1_app-1.zstd': '' },
  ])('leaves logs and everything else to others: %#', async (files) => {
    expect(await asked(files as Readonly<Record<string, string>>)).toBe(false);
  });
});

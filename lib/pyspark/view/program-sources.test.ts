import { describe, expect, it } from 'vitest';
import { programSources } from './program-sources.ts';
import { viewText } from './testing.ts';

const sourcesOf = async (text: string) => programSources((await viewText(text)).read.calls);

describe('programSources', () => {
  it('lists what a program reads once, with what is known of it', async () => {
    const found = await sourcesOf(
      'lines = spark.read.text("logs")\norders.join(customers, "customer_id").count()\n',
    );
    expect(found.map(({ source, format }) => [source, format])).toEqual([
      ['data/orders', 'parquet'],
      ['data/customers', 'parquet'],
      ['logs', 'text'],
    ]);
    expect(found[0]!.columns).toBeGreaterThan(1);
    expect(found[0]!.bytes).toBeGreaterThan(0);
    expect(found[2]).toMatchObject({ columns: 1, bytes: undefined });
  });

  it('lists tables of SQL, and says where no schema is known', async () => {
    const found = await sourcesOf('spark.sql("SELECT k FROM shop.t WHERE k > 1").count()\n');
    expect(found.at(-1)).toEqual({ source: 'shop.t', format: 'table', columns: undefined, bytes: undefined });
  });
});

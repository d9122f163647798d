import { describe, expect, it } from 'vitest';
import type { NamedFile } from './read-source.ts';
import { readSourceFiles } from './read-source-files.ts';

/** Files by path with their text. */
const files = (texts: Readonly<Record<string, string>>): readonly NamedFile[] =>
  Object.entries(texts).map(([name, text]) => {
    const bytes = new TextEncoder().encode(text);
    return {
      name,
      byteLength: bytes.length,
      slice: (from: number, to?: number) => bytes.slice(from, to).buffer,
    };
  });

describe('readSourceFiles', () => {
  it('keeps files that stand alone apart', async () => {
    const found = await readSourceFiles(
      files({ 'data/orders.csv': 'id\n1\n', 'data/people.csv': 'name\nAda\n' }),
    );
    expect(Object.keys(found)).toEqual(['data/orders', 'data/people']);
  });

  it('takes what Spark has written for one table, without what Spark passes over', async () => {
    const found = await readSourceFiles(
      files({
        'orders/_SUCCESS': '',
        'orders/.part-0.csv.crc': 'x',
        'orders/part-0.csv': 'id\n1\n2\n',
        'orders/part-1.csv': 'id\n3\n',
      }),
    );
    expect(found).toEqual({
      orders: {
        format: 'csv',
        columns: [{ name: 'id', type: 'int' }],
        files: 2,
        bytes: 12,
        fileBytes: [7, 5],
        rows: 3,
      },
    });
  });

  it('takes the columns that folders give', async () => {
    const found = await readSourceFiles(
      files({
        'lake/orders/day=2026-01-01/hour=3/a.csv': 'id\n1\n',
        'lake/orders/day=2026-01-02/hour=4/b.csv': 'id\n2\n',
      }),
    );
    expect(found['lake/orders']).toMatchObject({
      columns: [
        { name: 'id', type: 'int' },
        { name: 'day', type: 'date' },
        { name: 'hour', type: 'int' },
      ],
      partitionColumns: ['day', 'hour'],
      files: 2,
    });
  });

  it('says which file says nothing', async () => {
    await expect(readSourceFiles(files({ 'notes.txt': 'hello' }))).rejects.toThrow(
      'notes: no schema was found',
    );
  });
});

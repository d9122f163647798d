import { describe, expect, it } from 'vitest';
import { keyColumnText, MAX_KEY_FILE_BYTES, readKeyFile } from './key-column.ts';

const read = (text: string) => readKeyFile(new Blob([text]));

describe('readKeyFile', () => {
  it('counts the values of every column, most frequent first', async () => {
    const { columns, rows } = await read('id,country\n1,DE\n2,US\n3,US\n');
    expect(rows).toBe(3);
    expect(columns.map(({ name, keys, counts }) => [name, keys, counts])).toEqual([
      ['id', ['1', '2', '3'], [1, 1, 1]],
      ['country', ['US', 'DE'], [2, 1]],
    ]);
  });

  it('leaves rows without a value out and says how many', async () => {
    const { columns } = await read('country;n\nUS;1\n;2\nUS;3');
    expect(columns[0]).toMatchObject({ keys: ['US'], counts: [2], emptyRows: 1 });
    expect(keyColumnText(columns[0]!)).toBe('1 key of 2 rows; 1 row without a value left out.');
  });

  it('keeps the most frequent keys where there are more than can be drawn', async () => {
    const values = Array.from({ length: 10_500 }, (_, i) => `k${i}`).join('\n');
    const { columns } = await read(`key\nk7\n${values}`);
    expect(columns[0]!.keys).toHaveLength(10_000);
    expect(columns[0]!.keys[0]).toBe('k7');
    expect(keyColumnText(columns[0]!)).toContain('500 rows of 500 rarer keys left out');
  });

  it('names what it was given instead of keys', async () => {
    await expect(read('PAR1\0\0\0')).rejects.toThrow('This is a Parquet file.');
    await expect(read('')).rejects.toThrow('The file is empty.');
    await expect(read('only a heading')).rejects.toThrow('one line only');
    const huge = { size: MAX_KEY_FILE_BYTES + 1 } as Blob;
    await expect(readKeyFile(huge)).rejects.toThrow('up to 64.0 MiB are read');
  });

  it('does not take a column of long texts for keys', async () => {
    const { columns } = await read(`note\n${'x'.repeat(300)}\n`);
    expect(columns[0]!.distinct).toBeUndefined();
    expect(keyColumnText(columns[0]!)).toContain('choose another column');
  });
});

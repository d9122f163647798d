import { describe, expect, it } from 'vitest';
import type { Catalog } from '../settings.ts';
import { createAnalyzer } from './create-analyzer.ts';
import { plainPath } from './sources.ts';

const read = (source: string, catalog: Catalog) => {
  const analyzer = createAnalyzer({ spark: '4.3', cores: 4, conf: {} }, catalog);
  const plan = analyzer.relation({ source, format: 'parquet', fields: undefined }, 0);
  return { plan, problems: analyzer.problems };
};

describe('a source', () => {
  it('is found under other spellings of its path', () => {
    const catalog = {
      'data/orders': { format: 'parquet', columns: [{ name: 'id', type: 'int' }], bytes: 7 },
    };
    for (const path of ['data/orders', './data/orders/', 'file:data/orders/*.parquet'])
      expect(read(path, catalog).plan).toMatchObject({ bytes: 7, output: [{ name: 'id' }] });
    expect(plainPath('file:///data/orders/*')).toBe('/data/orders');
  });

  it('may be known by its size alone: its columns are those that the program names', () => {
    const { plan, problems } = read('t', { t: { format: 'parquet', columns: [], bytes: 7 } });
    expect(plan).toMatchObject({ bytes: 7, open: true });
    expect(problems).toHaveLength(1);
  });
});

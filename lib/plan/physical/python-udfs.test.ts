import { describe, expect, it } from 'vitest';
import type { Column } from '../analyze/column.ts';
import { col } from '../analyze/testing.ts';
import { STRING } from '../types/names.ts';
import { bench, exchanges, planned } from './testing.ts';

const udf: Column = {
  kind: 'udf',
  name: 'f',
  args: [col('day')],
  type: STRING,
  mode: 'batch',
  deterministic: true,
};

describe('ExtractPythonUDFs', () => {
  it('loses how the rows lie when they go through Python', () => {
    const test = bench();
    const { analyzer } = test;
    const spread = analyzer.repartitionBy(test.table('orders'), [col('region')], undefined, 'hash', 1);
    const named = analyzer.withColumns(spread, [['f', udf]], 2);
    const grouped = analyzer.aggregate(
      named,
      { columns: [col('region')], mode: 'plain' },
      [col('max(f)')],
      3,
    );
    expect(exchanges(planned(grouped))).toEqual(['hash region 8', 'hash region 8']);
  });
});

import { describe, expect, it } from 'vitest';
import { rddTakeRounds, takeRounds } from './take.ts';

const settings = { spark: '3.5', cores: 4, conf: {} } as const;

describe('executeTake', () => {
  it('reads four times as many partitions as long as it finds nothing', () => {
    expect(takeRounds(21, 200, 0, settings)).toEqual([1, 4, 20, 100, 75]);
  });

  it('stops as soon as it has enough', () => {
    expect(takeRounds(21, 8, 125, settings)).toEqual([1]);
  });

  it('reads more where the rows of a partition are too few', () => {
    expect(takeRounds(21, 8, 1, settings)).toEqual([1, 4, 3]);
  });

  it('looks at what the partitions really hold where that is known', () => {
    const everyThird = Array.from({ length: 20 }, (_, i) => (i % 3 === 0 ? 1 : 0));
    expect(takeRounds(3, 20, everyThird, settings)).toEqual([1, 3, 3]);
  });

  it('has a formula of its own for RDDs', () => {
    expect(rddTakeRounds(5, 10, 1)).toEqual([1, 4]);
  });
});

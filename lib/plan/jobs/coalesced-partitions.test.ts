import { describe, expect, it } from 'vitest';
import { coalescedPartitions } from './coalesced-partitions.ts';

const settings = { spark: '3.5', cores: 4, conf: {} } as const;

describe('CoalesceShufflePartitions', () => {
  it('reads small shuffles as one partition', () => {
    expect(coalescedPartitions(200, 10_000, settings)).toBe(1);
  });

  it('reads large ones by as many tasks as there are cores', () => {
    expect(coalescedPartitions(200, 100 * 2 ** 20, settings)).toBe(4);
  });

  it('does nothing when it is switched off', () => {
    const conf = { 'spark.sql.adaptive.coalescePartitions.enabled': 'false' };
    expect(coalescedPartitions(200, 10, { ...settings, conf })).toBe(200);
  });
});

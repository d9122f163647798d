import { describe, expect, it } from 'vitest';
import { bytes, isAtLeast, shufflePartitions } from './conf.ts';

const settings = (conf: Readonly<Record<string, string>>) => ({ spark: '4.0', cores: 4, conf }) as const;

describe('conf', () => {
  it('reads sizes with units', () => {
    expect(bytes(settings({ k: '10MB' }), 'k', 0)).toBe(10 * 2 ** 20);
    expect(bytes(settings({ k: '-1' }), 'k', 0)).toBe(-1);
    expect(bytes(settings({}), 'k', 7)).toBe(7);
  });

  it('compares versions', () => {
    expect(isAtLeast(settings({}), '3.5')).toBe(true);
    expect(isAtLeast(settings({}), '4.1')).toBe(false);
  });

  it('lets an adaptive run start from a number of its own', () => {
    expect(
      shufflePartitions(settings({ 'spark.sql.adaptive.coalescePartitions.initialPartitionNum': '50' })),
    ).toBe(50);
    expect(shufflePartitions(settings({}))).toBe(200);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { adaptiveOff } from './adaptive-off.ts';

describe('adaptive-off', () => {
  it('names each way to turn it off', async () => {
    const found = await lintText(
      adaptiveOff,
      [
        'spark.conf.set("spark.sql.adaptive.enabled", "false")',
        'spark.conf.set("spark.sql.adaptive.skewJoin.enabled", False)',
        'SparkSession.builder.config("spark.sql.adaptive.enabled", "false").getOrCreate()',
      ].join('\n'),
    );
    expect(found).toEqual(['1 CFG-03', '2 CFG-03', '3 CFG-03']);
  });

  it('finds nothing where it is turned on', async () => {
    const found = await lintText(
      adaptiveOff,
      [
        'spark.conf.set("spark.sql.adaptive.enabled", "true")',
        'spark.conf.set("spark.sql.adaptive.forceApply", "false")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

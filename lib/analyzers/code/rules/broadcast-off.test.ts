import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { broadcastOff } from './broadcast-off.ts';

describe('broadcast-off', () => {
  it('names the threshold at nothing', async () => {
    const found = await lintText(
      broadcastOff,
      [
        'spark.conf.set("spark.sql.autoBroadcastJoinThreshold", -1)',
        'spark.conf.set("spark.sql.autoBroadcastJoinThreshold", "0")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 CFG-04', '2 CFG-04']);
  });

  it('finds nothing for another threshold', async () => {
    const found = await lintText(
      broadcastOff,
      'spark.conf.set("spark.sql.autoBroadcastJoinThreshold", "50MB")',
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { CODECS, FORMATS } from '../pipeline/knobs.ts';
import { expansionOf, scanRateOf } from './format-figures.ts';

describe('format figures', () => {
  it('know every format with every codec of the simulator, and compress more than without one', () => {
    for (const format of FORMATS) {
      const plain = expansionOf(format, 'none');
      for (const codec of CODECS) expect(expansionOf(format, codec)).toBeGreaterThanOrEqual(plain);
      expect(scanRateOf(format)).toBeGreaterThan(1e7);
    }
  });
});

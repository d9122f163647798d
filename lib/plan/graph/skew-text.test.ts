import { describe, expect, it } from 'vitest';
import { skewText } from './skew-text.ts';

describe('skewText', () => {
  const told = { source: 'data/orders', column: 'customer_id', share: 0.6 };

  it('says how large the partition of the most frequent value is, where sizes are known', () => {
    expect(skewText({ ...told, largestBytes: 3 * 2 ** 30 })).toBe(
      'about 60 % of the rows of data/orders have the same customer_id, so one partition gets about 3.00 GiB',
    );
    expect(skewText(told)).toContain('so one partition gets at least as large a part');
  });
});

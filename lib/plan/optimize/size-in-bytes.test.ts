import { describe, expect, it } from 'vitest';
import { sizeInBytes } from './size-in-bytes.ts';
import { optimizedPlan } from './testing.ts';

describe('sizeInBytes', () => {
  it('scales the bytes of files by the width of rows, and multiplies over joins', () => {
    expect(sizeInBytes(optimizedPlan('select order_id from orders'))).toBe(Math.floor((1000 * 16) / 56));
    const joined = optimizedPlan('select * from orders o join customers c on o.customer_id = c.customer_id');
    expect(sizeInBytes(joined)).toBe(1_000_000);
  });
});

import { describe, expect, it } from 'vitest';
import type { Attribute } from '../expression/expression.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { DataType } from '../types/data-type.ts';
import { BIGINT, STRING } from '../types/names.ts';
import { sizeInBytes, statistics } from './size-in-bytes.ts';
import { optimizedPlan } from './testing.ts';

describe('sizeInBytes', () => {
  it('scales the bytes of files by the width of rows, and multiplies over joins', () => {
    expect(sizeInBytes(optimizedPlan('select order_id from orders'))).toBe(Math.floor((1000 * 16) / 56));
    const joined = optimizedPlan('select * from orders o join customers c on o.customer_id = c.customer_id');
    expect(sizeInBytes(joined)).toBe(1_000_000);
  });

  it('is exact beyond what a double holds', () => {
    const rdd: LogicalPlan = {
      kind: 'RddRelation',
      at: undefined,
      output: [column(1, BIGINT), column(2, STRING)],
      rows: undefined,
      partitions: undefined,
    };
    const first: LogicalPlan = { kind: 'Project', at: undefined, list: [column(1, BIGINT)], child: rdd };
    expect(statistics(first).bytes).toBe(4099276460824344803n);
  });

  it('rounds a sample up', () => {
    const range: LogicalPlan = {
      kind: 'Range',
      at: undefined,
      output: [column(1, BIGINT)],
      start: 0,
      end: 1001,
      step: 1,
      slices: 4,
    };
    const sample: LogicalPlan = {
      kind: 'Sample',
      at: undefined,
      fraction: 0.1,
      withReplacement: false,
      child: range,
    };
    expect(statistics(sample)).toEqual({ bytes: 801n, rows: 101n });
  });
});

function column(id: number, type: DataType): Attribute {
  return { kind: 'attribute', id, name: `c${id}`, type, nullable: true, qualifier: [] };
}

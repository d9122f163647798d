import { describe, expect, it } from 'vitest';
import { INSERTABLE } from './new-operations.ts';

const make = (method: string, text: string) => INSERTABLE.find((each) => each.method === method)?.make(text);

describe('operations to insert', () => {
  it.each([
    ['filter', 'amount > 1', { method: 'filter', condition: { sql: 'amount > 1' } }],
    ['select', ' id, name ,', { method: 'select', columns: [{ name: 'id' }, { name: 'name' }] }],
    ['drop', 'id', { method: 'drop', columns: ['id'] }],
    ['distinct', '', { method: 'distinct' }],
    ['coalesce', '4', { method: 'coalesce', partitions: 4 }],
  ])('%s of “%s”', (method, text, expected) => expect(make(method, text)).toEqual(expected));

  it.each([
    ['filter', ''],
    ['select', ' , '],
    ['limit', '0'],
    ['repartition', 'many'],
  ])('%s cannot be made of “%s”', (method, text) => expect(make(method, text)).toBeUndefined());
});

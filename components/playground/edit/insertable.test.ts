import { describe, expect, it } from 'vitest';
import { INSERTABLE, namesIn, type Values } from './insertable.ts';

const make = (id: string, values: Values = {}) => INSERTABLE.find((each) => each.id === id)?.make(values);

describe('operations to insert', () => {
  it.each<[string, Values, object]>([
    ['filter', { condition: ' amount > 1 ' }, { method: 'filter', condition: { sql: 'amount > 1' } }],
    ['select', { columns: ' id, name ,' }, { method: 'select', columns: [{ name: 'id' }, { name: 'name' }] }],
    [
      'withColumn',
      { name: 'double', value: 'amount * 2' },
      { method: 'withColumn', name: 'double', column: { sql: 'amount * 2' } },
    ],
    ['drop', { columns: 'id' }, { method: 'drop', columns: ['id'] }],
    ['distinct', {}, { method: 'distinct' }],
    ['limit', { rows: '10' }, { method: 'limit', rows: 10 }],
    ['coalesce', { partitions: '4' }, { method: 'coalesce', partitions: 4 }],
    ['repartition', { partitions: '8' }, { method: 'repartition', partitions: 8 }],
    ['repartition', { columns: 'id' }, { method: 'repartition', columns: ['id'] }],
    ['orderBy', { columns: 'a,b' }, { method: 'orderBy', columns: [{ name: 'a' }, { name: 'b' }] }],
    [
      'orderBy',
      { columns: 'a', order: 'largest first' },
      { method: 'orderBy', columns: [{ name: 'a', descending: true }] },
    ],
    [
      'groupBy + agg',
      { keys: 'country', function: 'sum', of: 'amount', as: 'total' },
      {
        ...{ method: 'groupBy', keys: ['country'] },
        aggregates: [{ function: 'sum', column: 'amount', as: 'total' }],
      },
    ],
    [
      'groupBy + agg',
      { keys: 'country' },
      { method: 'groupBy', keys: ['country'], aggregates: [{ function: 'count' }] },
    ],
    [
      'join',
      { other: 'people', on: 'id', how: 'left' },
      { method: 'join', other: 'people', on: ['id'], how: 'left' },
    ],
    ['join', { other: 'people', how: 'cross' }, { method: 'join', other: 'people', on: [], how: 'cross' }],
  ])('%s of %o', (id, values, expected) => expect(make(id, values)).toEqual(expected));

  it.each<[string, Values, string]>([
    ['filter', {}, 'a condition'],
    ['select', { columns: ' , ' }, 'a column'],
    ['withColumn', { name: 'x' }, 'a value'],
    ['groupBy + agg', { keys: 'country', function: 'sum' }, 'a column for sum'],
    ['join', {}, 'a DataFrame that has a name there'],
    ['join', { other: 'people' }, 'a column'],
    ['limit', { rows: '0' }, 'a number of rows'],
    ['repartition', { partitions: 'many' }, 'a number of partitions or columns'],
  ])('%s of %o says that it needs %s', (id, values, missing) =>
    expect(make(id, values)).toEqual({ missing }),
  );

  it('takes a column once however often it is named', () => {
    expect(namesIn('a, b,a')).toEqual(['a', 'b']);
  });
});

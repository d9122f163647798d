import { describe, expect, it } from 'vitest';
import { typeName } from '#lib/plan/types/data-type.ts';
import { CaseInput } from '#lib/simulator/cases/read-input.ts';
import { rangePartition } from './range-partition.ts';
import { sqlRows } from './sql-rows.ts';

const sql = (text: string) => new CaseInput({ select: text }).field('select');

describe('columns as SQL over the number of the row', () => {
  it('have the types and values that Spark gives them', () => {
    const { types, valuesOf } = sqlRows(sql("id, concat('user_', id) s, id / 2D h"), '4.3');
    expect(types.map(typeName)).toEqual(['bigint', 'string', 'double']);
    expect(valuesOf(3)).toEqual([3n, 'user_3', 1.5]);
  });

  it('may call the row otherwise', () => {
    expect(sqlRows(sql('(i * 7) % 30'), '4.3', 'i').valuesOf(5)).toEqual([5n]);
  });

  it.each([
    ['nonsense + 1', '"select": '],
    ['id +', '"select": '],
    ['rand()', 'the function rand cannot be computed here'],
  ])('that cannot be read are refused: %s', (text, why) => {
    expect(() => sqlRows(sql(text), '4.3')).toThrow(why);
  });
});

describe('a range partitioning', () => {
  const input = { valueOfRowId: 'id', rows: 1000, inputPartitions: 1, numPartitions: 2, order: 'k' };

  it('that Spark would draw at random is not answered', () => {
    const run = () => rangePartition.run(new CaseInput(input), '4.3');
    expect(run).toThrow('draws keys at random where an input partition has more than 600 rows');
  });

  it('refuses an order it cannot read', () => {
    const run = () => rangePartition.run(new CaseInput({ ...input, rows: 10, order: 'k, j' }), '4.3');
    expect(run).toThrow('a column, asc or desc, nulls first or nulls last, not "k, j"');
  });
});

import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '#lib/plan/analyze/create-analyzer.ts';
import { col } from '#lib/plan/analyze/testing.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import type { SqlValue } from '../rows/sql-value.ts';
import { compileExpression } from './evaluate.ts';

/** The value of a column, written in SQL, for the row with this `id` (bigint). */
function value(sql: string, id: bigint | null = 7n): SqlValue {
  const analyzer = createAnalyzer(
    { spark: '4.3', cores: 1, conf: { 'spark.sql.ansi.enabled': 'false' } },
    {},
  );
  const range = analyzer.range(0, 1, 1, 1, 0);
  const plan = analyzer.project(range, [col(sql)], 0);
  if (plan.kind !== 'Project') throw new Error(sql);
  return compileExpression(plan.list[0]!)(new Map([[outputOf(range)[0]!.id, id]]));
}

describe('an expression', () => {
  it.each<[string, SqlValue]>([
    ['id * 3 + 1', 22n],
    ['id / 2', 3.5],
    ['-id % 3', -1n],
    ['pmod(-id, 3)', 2n],
    ['id div 2', 3n],
    ['id % 0', null],
    ['cast(9223372036854775807 as bigint) + id', -9223372036854775802n],
    ['cast(300 as tinyint)', 44],
    ['cast(id * 0.25 as decimal(10,2))', 175n],
    ['cast(id / 3 as decimal(10,2))', 233n],
    ['cast(12345 as decimal(4,0))', null],
    ['floor(id / 2)', 3n],
    ['cast(sqrt(id) as bigint)', 2n],
    ['cast(3e10D as int)', 2147483647],
  ])('computes %s', (sql, expected) => expect(value(sql)).toBe(expected));

  it.each<[string, SqlValue]>([
    ["concat('user_', id)", 'user_7'],
    ["'a' || null", null],
    ["substr('abcdef', 2, 3)", 'bcd'],
    ["substr('abc', 1, 0)", ''],
    ["right('abc', 2)", 'bc'],
    ["lpad(cast(id as string), 3, '0')", '007'],
    ["upper('é')", 'É'],
    ["length('日本😀')", 3],
    ["concat_ws('-', 'a', null, id)", 'a-7'],
    ['cast(id / 2 as string)', '3.5'],
    ['cast(id * 1e7 as string)', '7.0E7'],
    ["cast(date'2024-02-28' + 2 as string)", '2024-03-01'],
    ['cast(timestamp_millis(id * 1500) as string)', '1970-01-01 00:00:10.5'],
  ])('writes text: %s', (sql, expected) => expect(value(sql)).toBe(expected));

  it.each<[string, SqlValue]>([
    ['nullif(id, 7)', null],
    ['coalesce(null, id)', 7n],
    ['nvl(null, id)', 7n],
    ['if(id > 5, 1, 2)', 1],
    ["case when id < 5 then 'a' when id = 7 then 'b' end", 'b'],
    ['id in (1, 2, null)', null],
    ['null and id = 0', false],
    ['id <=> null', false],
    ['greatest(id, 3, null)', 7n],
    ["element_at(array('a', 'b'), 2)", 'b'],
    ["array('a', 'b')[id]", null],
    ["named_struct('a', id, 'b', 'x').b", 'x'],
    ["map('k', id)['k']", 7n],
  ])('chooses: %s', (sql, expected) => expect(value(sql)).toBe(expected));

  it('of null is null', () => {
    expect(value('id + 1', null)).toBeNull();
    expect(value('isnull(id)', null)).toBe(true);
  });

  it('that cannot be computed is named', () => {
    expect(() => value('rand()')).toThrow('the function rand cannot be computed here');
    expect(() => value("cast(interval '5' second as string)")).toThrow('cannot be computed here');
  });
});

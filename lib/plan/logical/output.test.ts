import { describe, expect, it } from 'vitest';
import { columnsOfSql } from '../analyze/testing.ts';

describe('the columns of a plan', () => {
  it('may be null on the side that an outer join fills up', () => {
    const range = '(select id from range(3))';
    expect(columnsOfSql(`select a.id, b.id from ${range} a left join ${range} b on a.id = b.id`)).toEqual([
      'id bigint!',
      'id bigint',
    ]);
    expect(columnsOfSql(`select a.id, b.id from ${range} a full join ${range} b on a.id = b.id`)).toEqual([
      'id bigint',
      'id bigint',
    ]);
  });

  it('may be null in a union when they may be in one of its sides', () => {
    expect(columnsOfSql('select id from range(3) union all select order_id from orders')).toEqual([
      'id bigint',
    ]);
    expect(columnsOfSql('select id from range(3) intersect select order_id from orders')).toEqual([
      'id bigint!',
    ]);
  });

  it('are those of the left side alone after a semi join', () => {
    expect(
      columnsOfSql('select * from staff left semi join orders on staff.emp_id = orders.order_id'),
    ).toEqual(['emp_id int', 'manager_id int', 'salary int']);
  });
});

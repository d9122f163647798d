import { describe, expect, it } from 'vitest';
import { outputOf } from '../logical/output.ts';
import { col, columnsOf, shortTree, TestBench } from './testing.ts';

describe('a DataFrame', () => {
  it('keeps columns in their place when one is replaced, and adds others at the end', () => {
    const { analyzer, plans } = new TestBench();
    const plan = analyzer.withColumns(
      plans.get('staff')!,
      [
        ['SALARY', col('salary * 2')],
        ['x', col('1')],
      ],
      1,
    );
    expect(columnsOf(plan)).toEqual(['emp_id int', 'manager_id int', 'SALARY int', 'x int!']);
  });

  it('is itself when a column is renamed or dropped that it does not have', () => {
    const { analyzer, plans } = new TestBench();
    const staff = plans.get('staff')!;
    expect(analyzer.rename(staff, [['nobody', 'x']], 1)).toBe(staff);
    expect(analyzer.drop(staff, ['nobody'], 1)).toBe(staff);
    expect(columnsOf(analyzer.drop(staff, ['EMP_ID'], 1))).toEqual(['manager_id int', 'salary int']);
  });

  it('may be filtered and sorted by columns that a projection left out, which stay left out', () => {
    const { analyzer, plans } = new TestBench();
    const names = analyzer.project(plans.get('orders')!, [col('region')], 1);
    const plan = analyzer.sort(analyzer.filter(names, col('amount > 1.5D'), 2), [col('day')], true, 3);
    expect(shortTree(plan)).toBe(
      [
        'Project [region]',
        '  Sort [day ASC NULLS FIRST], true',
        '    Project [region, day]',
        '      Filter (amount > 1.5)',
        '        Project [region, amount, day]',
        '          orders',
      ].join('\n'),
    );
  });

  it('finds df["a"] by its id, also when another column has the name by now', () => {
    const { analyzer, plans } = new TestBench();
    const staff = plans.get('staff')!;
    const id = analyzer.attribute(staff, 'emp_id')!;
    const renamed = analyzer.rename(staff, [['manager_id', 'emp_id']], 1);
    const plan = analyzer.project(renamed, [{ kind: 'reference', attribute: id }], 2);
    expect(outputOf(plan)[0]?.id).toBe(id.id);
  });

  it('is split by weights after a local sort of all that can be sorted', () => {
    const { analyzer, plans } = new TestBench();
    const [part] = analyzer.randomSplit(plans.get('staff')!, [3, 1], 1);
    expect(shortTree(part!)).toBe(
      [
        'Sample 0.75',
        '  Sort [emp_id ASC NULLS FIRST, manager_id ASC NULLS FIRST, salary ASC NULLS FIRST], false',
        '    staff',
      ].join('\n'),
    );
  });

  it('gives an unknown column, and a problem, where a name is not there', () => {
    const { analyzer, plans } = new TestBench();
    const plan = analyzer.project(plans.get('staff')!, [col('wage')], 7);
    expect(columnsOf(plan)).toEqual(['wage unknown']);
    expect(analyzer.problems).toMatchObject([{ at: 7, what: 'no column wage' }]);
  });

  it('calls Python functions from SQL text once they are registered', () => {
    const bench = new TestBench();
    bench.analyzer.registerFunction('Shout', {
      name: 'shout',
      type: { kind: 'string' },
      mode: 'batch',
      deterministic: true,
    });
    expect(columnsOf(bench.sql('select shout(region) from orders'))).toEqual(['shout(region) string']);
  });
});

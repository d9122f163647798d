import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { sqlFromInput } from './sql-from-input.ts';

const VIEW = 'events.createOrReplaceTempView("events")';

describe('sql-from-input', () => {
  it('names arguments, variables of the environment and widgets that stand in a query', async () => {
    const found = await lintText(
      sqlFromInput,
      [
        'import sys, os',
        VIEW,
        'kind = sys.argv[1]',
        'spark.sql(f"SELECT * FROM events WHERE kind = \'{kind}\'").show()',
        'spark.sql("SELECT * FROM events WHERE kind = \'" + os.environ["KIND"] + "\'").show()',
        "spark.sql(f\"SELECT * FROM events WHERE kind = '{dbutils.widgets.get('kind')}'\").show()",
        'spark.sql("SELECT * FROM {} WHERE kind = \'{}\'".format("events", sys.argv[1])).show()',
      ].join('\n'),
    );
    expect(found).toEqual(['4 SRC-10', '5 SRC-10', '6 SRC-10', '7 SRC-10']);
  });

  it('finds nothing for parameters, numbers, and values of the program itself', async () => {
    const found = await lintText(
      sqlFromInput,
      [
        'import sys',
        VIEW,
        'kind = "buy"',
        'least = int(sys.argv[1])',
        'spark.sql(f"SELECT * FROM events WHERE kind = \'{kind}\'").show()',
        'spark.sql(f"SELECT * FROM events WHERE amount > {least}").show()',
        'spark.sql("SELECT * FROM events WHERE kind = :k", args={"k": sys.argv[2]}).show()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves names of tables alone, which no parameter can stand for', async () => {
    const found = await lintText(
      sqlFromInput,
      [
        'import sys',
        'spark.sql(f"SELECT * FROM {sys.argv[1]}.events").show()',
        'spark.sql("SELECT * FROM {}".format(sys.argv[1])).show()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

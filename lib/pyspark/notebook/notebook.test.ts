import { describe, expect, it } from 'vitest';
import { interpret } from '../testing.ts';
import { cellAt, readSource } from './read-source.ts';

const databricks = `# Databricks notebook source
df = spark.table("data/orders")

# COMMAND ----------

# MAGIC %md
# MAGIC Some words: df.show()

# COMMAND ----------

# MAGIC %sql
# MAGIC SELECT status,
# MAGIC   count(*) FROM orders GROUP BY status

# COMMAND ----------

# MAGIC %run ./helpers

# COMMAND ----------

helper(df).count()
`;

describe('readSource', () => {
  it('keeps the lines of Databricks sources', () => {
    const text = readSource('a.py', databricks)!.text.split('\n');
    expect(text).toHaveLength(databricks.split('\n').length);
    expect(text[1]).toBe('df = spark.table("data/orders")');
    expect(text[10]).toContain('spark.sql("""');
  });

  it('runs %sql and %run', () => {
    const files = {
      'work/helpers.py': '# Databricks notebook source\ndef helper(d):\n    return d.limit(1)\n',
    };
    const { text } = readSource('work/a.py', databricks)!;
    const run = interpret(text, { prelude: false, main: 'work/a.py', files });
    expect(run.actions).toEqual(['13 display', '21 count']);
    expect(run.notes).toEqual([]);
  });

  it('joins the code cells of an .ipynb and tells which cell a line is in', () => {
    const ipynb = JSON.stringify({
      cells: [
        { cell_type: 'markdown', source: ['# title'] },
        { cell_type: 'code', source: ['%matplotlib inline\n', 'df = spark.range(3)\n', '!ls'] },
        { cell_type: 'code', source: '%%sql\nSELECT 1' },
        { cell_type: 'code', source: 'df.show()' },
      ],
    });
    const source = readSource('a.ipynb', ipynb)!;
    expect(interpret(source.text, { prelude: false }).actions).toEqual(['5 display', '6 show']);
    expect(cellAt(source, 2)).toEqual({ cell: 2, line: 2 });
    expect(cellAt(source, 6)).toEqual({ cell: 4, line: 1 });
  });

  it('takes no notebook for one', () => {
    expect(readSource('a.ipynb', '{"cells": 3}')).toBeUndefined();
    expect(readSource('a.ipynb', 'not json')).toBeUndefined();
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Prediction } from '#lib/plan/prediction.ts';
import { predict } from './predict.ts';

const PROGRAM = `from pyspark.sql import SparkSession
from shapes import totals
spark = SparkSession.builder.getOrCreate()
totals(spark.read.parquet("data/orders")).collect()
`;
const SHAPES = 'def totals(df):\n    return df.groupBy("customer").sum("amount")\n';

afterEach(() => vi.restoreAllMocks());

describe('shufflescope predict', () => {
  it('reads a program with the modules beside it that it imports', async () => {
    const [action, ...others] = (await asJson(folder())).actions;
    expect(others).toEqual([]);
    expect(action).toMatchObject({
      file: 'main.py',
      line: 4,
      method: 'collect',
      exchanges: [{ kind: 'hash', keys: ['customer'], numPartitions: 200, line: 2 }],
      lineage: { 'sum(amount)': [['data/orders', 'amount']] },
    });
  });

  it('takes settings, the version and a folder with a main.py', async () => {
    const path = folder();
    const more = ['--conf', 'spark.sql.shuffle.partitions=7', '--spark', '3.5'];
    const prediction = await asJson(path.replace(/\/main\.py$/, ''), ...more);
    expect(prediction.spark).toBe('3.5');
    expect(prediction.actions[0]?.exchanges[0]?.numPartitions).toBe(7);
  });

  it('prints lineage as OpenLineage events, one a line', async () => {
    const lines = (await printed([folder(), '--lineage', 'openlineage'])).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).inputs)).toEqual([
      [{ namespace: 'file', name: 'data/orders' }],
    ]);
  });

  it('says in words why an exchange is there', async () => {
    const text = await printed([folder()]);
    expect(text).toContain('exchange: hash (customer), 200 partitions, from line 2');
    expect(text).toContain('so a hash shuffle to spark.sql.shuffle.partitions = 200 is added');
  });

  it.each([
    [['a.py', 'b.py'], 'predict takes one file, notebook or folder'],
    [['none.py'], 'none.py: there is no such file or directory'],
    [[folder(), '--spark', '2.4'], '--spark takes 3.5, 4.0, 4.1, 4.2, 4.3, not "2.4"'],
    [[folder(), '--conf', 'spark.x'], '--conf takes KEY=VALUE, not "spark.x"'],
    [[folder(), '--lineage', 'dot'], '--lineage takes openlineage, not "dot"'],
    [[folder(), '--cores', '0'], '--cores takes a number from 1, not "0"'],
  ])('refuses %j', async (args, message) => {
    await expect(predict(args)).rejects.toThrow(message);
  });
});

/** A program of two files; the path of the one that is run. */
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'program-'));
  writeFileSync(join(path, 'main.py'), PROGRAM);
  writeFileSync(join(path, 'shapes.py'), SHAPES);
  return join(path, 'main.py');
}

async function asJson(...args: readonly string[]): Promise<Prediction> {
  return JSON.parse(await printed([...args, '--json'])) as Prediction;
}

async function printed(args: readonly string[]): Promise<string> {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
    text += String(part);
    return true;
  });
  expect(await predict(args)).toBe(0);
  return text;
}

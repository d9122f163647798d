import { describe, expect, it } from 'vitest';
import { rddIsEmpty } from '../rules/rdd-is-empty.ts';
import { unboundedCollect } from '../rules/unbounded-collect.ts';
import { find } from '../testing.ts';
import { toJson } from './json.ts';
import type { Located } from './located.ts';
import { toText } from './text.ts';

const TEXT = 'df = spark.read.parquet("a")\ndf.collect()\ndf.rdd.isEmpty()\n';
const found = await find([unboundedCollect, rddIsEmpty], TEXT, { prelude: false });
const all = found.map((each): Located => ({ found: each, path: './jobs/daily run.py', text: TEXT }));

describe('toText', () => {
  it('prints a finding a line', () => {
    expect(toText(all).split('\n')).toEqual([
      expect.stringMatching(
        /^\.\/jobs\/daily run\.py:2:4 {2}DRV-01 unbounded-collect {2}medium {2}collect\(\) brings /,
      ),
      expect.stringMatching(
        /^\.\/jobs\/daily run\.py:3:8 {2}DRV-07 rdd-is-empty {2}low {2}isEmpty\(\) is asked /,
      ),
      '',
    ]);
  });

  it('names the cell of a notebook', () => {
    const inCell = { ...all[0]!, path: 'a.ipynb', text: undefined, cell: { cell: 3, line: 1 } };
    expect(toText([inCell])).toMatch(/^a\.ipynb:cell 3:1:4 {2}DRV-01/);
  });
});

describe('toJson', () => {
  it('has the public fields, and a fix where there is one', () => {
    expect(JSON.parse(JSON.stringify(toJson(all))).findings[1]).toMatchObject({
      rule: 'DRV-07',
      name: 'rdd-is-empty',
      severity: 'low',
      confidence: 'high',
      file: './jobs/daily run.py',
      line: 3,
      column: 8,
      fix: { title: 'Ask the DataFrame', edits: [{ text: '' }] },
      docs: '/reference/rules/rdd-is-empty',
    });
  });
});

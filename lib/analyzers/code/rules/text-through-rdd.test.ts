import { describe, expect, it } from 'vitest';
import { find, lintText } from '../testing.ts';
import { textThroughRdd } from './text-through-rdd.ts';

describe('text-through-rdd', () => {
  it('names JSON of a column that is read through its RDD', async () => {
    const found = await find(
      [textThroughRdd],
      'spark.read.json(events.select("kind").rdd.map(lambda r: r[0])).count()',
    );
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('twice, as no schema is given'),
    ]);
  });

  it('says nothing of twice where there is a schema', async () => {
    const found = await find(
      [textThroughRdd],
      'spark.read.schema("a int").json(events.rdd.map(lambda r: r.kind)).count()',
    );
    expect(found.map(({ message }) => message)).toEqual([expect.not.stringContaining('twice')]);
  });

  it('finds nothing for files, and for texts of the program', async () => {
    const found = await lintText(
      textThroughRdd,
      [
        'spark.read.json("data/a.json").count()',
        'spark.read.json(sc.parallelize([\'{"a": 1}\'])).count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

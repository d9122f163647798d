import { describe, expect, it } from 'vitest';
import { REGISTRY } from './registry.ts';
import { emptySubset } from './rules/empty-subset.ts';
import { unboundedCollect } from './rules/unbounded-collect.ts';
import { chosenRules } from './run-rules.ts';
import { lintText } from './testing.ts';

const ids = (choice: Parameters<typeof chosenRules>[0]) => chosenRules(choice).map(({ id }) => id);

describe('chosenRules', () => {
  it('takes all rules unless told otherwise', () => {
    expect(chosenRules({})).toEqual(REGISTRY);
  });

  it('takes ids, names and beginnings of ids', () => {
    expect(ids({ select: ['drv-01', 'empty-subset'] })).toEqual(['DRV-01', 'SHF-13']);
    expect(ids({ select: ['CFG'] })).toEqual(['CFG-01', 'CFG-02', 'CFG-03', 'CFG-04']);
  });

  it('leaves out what is ignored, also of what is selected', () => {
    expect(ids({ select: ['CFG'], ignore: ['CFG-03'] })).toEqual(['CFG-01', 'CFG-02', 'CFG-04']);
    expect(
      ids({ ignore: ['DRV', 'CCH', 'COL', 'SHF', 'JON', 'UDF', 'RDD', 'SRC', 'DET', 'STR', 'ML'] }),
    ).toEqual(['CFG-01', 'CFG-02', 'CFG-03', 'CFG-04']);
  });
});

describe('runRules', () => {
  const both = [unboundedCollect, emptySubset];

  it('orders findings by place and then by rule', async () => {
    const text = 'users.collect()\nevents.dropDuplicates([]).collect()';
    expect(await lintText(both, text)).toEqual(['1 DRV-01', '2 SHF-13', '2 DRV-01']);
  });

  it('names a place once, however often the program comes by', async () => {
    const text = 'def rows(df):\n    return df.collect()\n\nrows(events)\nrows(users)';
    expect(await lintText(both, text)).toEqual(['2 DRV-01']);
  });

  it.each([
    ['events.collect()  # shufflescope: ignore[DRV-01]'],
    ['events.collect()  # shufflescope: ignore[SHF, unbounded-collect]'],
    ['events.collect()  # shufflescope: ignore'],
    ['# shufflescope: ignore[DRV]\nevents.collect()'],
    ['events.collect()\n# shufflescope: ignore-file'],
    ['# shufflescope: ignore-file[drv-01]\nevents.collect()'],
  ])('leaves out what a comment asks to leave out: %s', async (text) => {
    expect(await lintText(both, text)).toEqual([]);
  });

  it.each([
    ['events.collect()  # shufflescope: ignore[SHF-13]', ['1 DRV-01']],
    ['# shufflescope: ignore\n\nevents.collect()', ['3 DRV-01']],
    ['text = "# shufflescope"\nevents.collect()', ['2 DRV-01']],
  ])('goes by the rule and the line of the comment: %s', async (text, expected) => {
    expect(await lintText(both, text)).toEqual(expected);
  });
});

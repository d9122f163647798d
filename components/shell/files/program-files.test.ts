import { describe, expect, it } from 'vitest';
import { givenProgram, giveProgram, isProgram } from './program-files.ts';

const named = (...paths: readonly string[]) => paths.map((path) => ({ path, blob: new Blob([]) }));

describe('isProgram', () => {
  it.each([['a.py'], ['Report.IPYNB'], ['job/readme.md', 'job/src/main.py']])('takes %s %s', (...paths) => {
    expect(isProgram(named(...paths.filter((path) => path !== undefined)))).toBe(true);
  });

  it.each([['app-20260101.zstd'], ['eventlog_v2_x/events_1_x'], ['copy.py.gz']])(
    'leaves %s to Analyze',
    (path) => {
      expect(isProgram(named(path))).toBe(false);
    },
  );
});

describe('giveProgram', () => {
  it('makes the same files new input', () => {
    giveProgram(named('a.py'), 'a.py');
    const first = givenProgram.get()?.id;
    giveProgram(named('a.py'), 'a.py');
    expect(givenProgram.get()?.id).not.toBe(first);
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { goldenLines } from '#lib/testing/golden-logs.ts';
import { runLines } from '#lib/testing/run-text.ts';
import { byJson, isTaskLine, positional } from '#lib/testing/task-line-reader.ts';

/** Both versions; success and every way to fail; with SQL metrics and without; local mode and clusters. */
const LOGS = [
  'skew-window.bad.s35',
  'executor-lost.bad.s35',
  'cancelled-job.bad.s35',
  'task-failures.bad.s35',
  'stage-retry-lost-files.bad.s43',
  'speculation-useful.bad.s43',
  'oom-task-local.bad.s43',
  'healthy-join.healthy.s43',
];

const logs = new Map<string, readonly string[]>();
beforeAll(async () => {
  for (const id of LOGS) logs.set(id, (await goldenLines(id)).filter(isTaskLine));
});

describe('TaskLines', () => {
  it.each(LOGS)('reads every task line of %s as JSON does', (id) => {
    const lines = logs.get(id)!;
    const read = positional(lines);
    const byPosition = lines.filter((line) => read(line) !== undefined);
    for (const line of byPosition) expect(read(line)).toEqual(byJson(line));
    // Failures have details of their own and are read as JSON; all others have few layouts.
    const succeeded = lines.filter((line) => !/"Reason":"(?!Success)/.test(line));
    expect(byPosition.length).toBe(succeeded.length);
  });

  it.each(['2.4.8', '3.1.3', '3.3.4', '3.5.8', '4.0.1', '4.3.0'])(
    'reads the task lines of Spark %s',
    (version) => {
      const lines = runLines(`
      app a  spark ${version}
      job 0  sql 1
        stage 0  tasks 6  ms 5..70  read 1 MiB..3 GiB  gc 7  heap 100 MiB  shuffle-write 5
      plan 1 Scan {rows 100 @0; data size 5 GiB @0}`).filter(isTaskLine);
      const read = positional(lines.slice(0, 6));
      expect(lines.map(read)).toEqual(lines.map(byJson));
    },
  );

  it('learns a layout from one line and reads the next ones by it', () => {
    const lines = runLines('job 0\n stage 0  tasks 3  ms 10').filter(isTaskLine);
    const [start, end] = [lines[0]!, lines.at(-1)!];
    expect(positional([])(start)).toBeUndefined();
    expect(positional([start])(lines[1]!)).toEqual(byJson(lines[1]!));
    expect(positional([start])(end)).toBeUndefined();
    expect(positional([end])(lines.at(-2)!)).toEqual(byJson(lines.at(-2)!));
  });

  it('does not learn from failures, nor from lines that are no task’s', () => {
    const failed = runLines('job 0\n stage 0  fails 1').filter((line) =>
      line.includes('ExceptionFailure'),
    )[0]!;
    expect(positional([failed])(failed)).toBeUndefined();
    const other = failed.replace('SparkListenerTaskEnd', 'SparkListenerTaskEnb');
    expect(positional([other])(other)).toBeUndefined();
  });

  it('keeps few layouts, so that a log in which every line differs does not become slow', () => {
    const start = runLines('job 0\n stage 0').filter(isTaskLine)[0]!;
    const odd = Array.from({ length: 20 }, (_, i) =>
      start.replace('"Locality"', `"Extra ${i}":1,"Locality"`),
    );
    const read = positional(odd);
    expect(odd.filter((line) => read(line) !== undefined)).toHaveLength(6);
  });
});

describe('a task line that is not as Spark writes it', () => {
  const line = () =>
    logs.get('healthy-join.healthy.s43')!.find((each) => each.includes('TaskEnd') && each.includes('"sql"'))!;
  const read = (changed: string) => {
    const reader = positional(logs.get('healthy-join.healthy.s43')!);
    expect(reader(line())).toBeDefined();
    return reader(changed);
  };
  const swap = (from: string | RegExp, to: string) => {
    const changed = line().replace(from, to);
    expect(changed).not.toBe(line());
    return changed;
  };

  it.each([
    ['keys in another order', /"Index":(\d+),"Attempt":(\d+)/, '"Attempt":$2,"Index":$1'],
    ['an escape in a text', '"Host":"localhost"', '"Host":"local\\u0068ost"'],
    ['a fraction', /"Executor Run Time":(\d+)/, '"Executor Run Time":$1.5'],
    ['an exponent', /"Executor Run Time":(\d+)/, '"Executor Run Time":1e3'],
    ['a number in quotes', /"Executor Run Time":(\d+)/, '"Executor Run Time":"$1"'],
    ['null', /"Executor Run Time":(\d+)/, '"Executor Run Time":null'],
    ['a number beyond 2^53', /"Executor CPU Time":\d+/, '"Executor CPU Time":9007199254740993'],
    ['a leading zero', /"Executor Run Time":(\d+)/, '"Executor Run Time":0$1'],
    ['blanks', '"Task Info":{', '"Task Info": {'],
    ['a key more', '"Killed":false', '"Killed":false,"New":1'],
    ['a key less', /"Peak Execution Memory":\d+,/, ''],
    ['updated blocks', '"Updated Blocks":[]', '"Updated Blocks":[{"Block ID":"rdd_1_2"}]'],
    ['a word that is neither true nor false', '"Killed":false', '"Killed":falsy'],
    ['another reason', '"Reason":"Success"', '"Reason":"Sucess"'],
    ['a SQL metric with a fraction', /"Update":"\d+"/, '"Update":"1.5"'],
    ['a SQL metric that is no number', /"Update":"\d+"/, '"Update":"many"'],
    ['a SQL metric in another order', /"Update":("\d+"),"Value":("\d+")/, '"Value":$2,"Update":$1'],
    ['a SQL metric whose name has another length', /"Name":"([^"]+)","Update":"/, '"Name":"$1!","Update":"'],
    ['a line break in a text', '"Host":"localhost"', '"Host":"local\nhost"'],
  ])('is left to JSON when it has %s', (_, from, to) => {
    expect(read(swap(from, to))).toBeUndefined();
  });

  it.each([
    ['a negative number', /"Executor Run Time":(\d+)/, '"Executor Run Time":-$1'],
    ['an empty text', '"Host":"localhost"', '"Host":""'],
    ['letters of other languages', '"Host":"localhost"', '"Host":"büro-东京"'],
    ['a negative SQL metric', /"Update":"(\d+)"/, '"Update":"-1"'],
    ['no accumulables', /"Accumulables":\[.*?\]/, '"Accumulables":[]'],
    [
      'a user’s accumulator that is a number',
      '"Accumulables":[',
      '"Accumulables":[{"ID":9,"Name":"mine","Update":"5","Value":"7","Internal":false,"Count Failed Values":false},',
    ],
    [
      'a user’s accumulator that is a list',
      '"Accumulables":[',
      '"Accumulables":[{"ID":9,"Name":"mine","Update":["a","]}"],"Value":[],"Internal":false},',
    ],
    [
      'a user’s accumulator without a name',
      '"Accumulables":[',
      '"Accumulables":[{"ID":9,"Update":"5","Value":"7","Internal":false},',
    ],
  ])('is still read right by position when it has %s', (_, from, to) => {
    const changed = swap(from, to);
    expect(read(changed)).toBeDefined();
    expect(read(changed)).toEqual(byJson(changed));
  });

  it('never gives a wrong record, whatever happens to its bytes', () => {
    const place = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('replace', 'insert', 'delete', 'repeat'));
    const text = fc.string({
      unit: fc.constantFrom(...'0123456789-+.eE"\\,:{}[] atrufls\n'),
      minLength: 1,
      maxLength: 3,
    });
    let byPosition = 0;
    const all = [...logs.values()].map((lines) => ({ read: positional(lines), lines: lines.slice(0, 60) }));
    const property = fc.property(fc.nat(all.length - 1), place, text, (log, [which, where, how], piece) => {
      const { read: readLog, lines } = all[log]!;
      const original = lines[which % lines.length]!;
      const changed = mutated(original, where % original.length, how, piece);
      const record = readLog(changed);
      if (!record) return;
      byPosition++;
      const truth = byJson(changed);
      if (truth) {
        expect(record).toEqual(truth);
        return;
      }
      // Broken JSON is read where the break is in what no table has, e.g. a running total; what it gives is right.
      const { accumulators, ...fields } = record;
      expect(byJson(original)).toMatchObject(fields);
      for (const value of accumulators) expect(byJson(original)!.accumulators).toContainEqual(value);
    });
    fc.assert(property, { seed: 1, numRuns: 5000 });
    expect(byPosition).toBeGreaterThan(300);
  });
});

function mutated(
  line: string,
  at: number,
  how: 'replace' | 'insert' | 'delete' | 'repeat',
  piece: string,
): string {
  const [before, after] = [line.slice(0, at), line.slice(at)];
  if (how === 'replace') return before + piece + after.slice(piece.length);
  if (how === 'insert') return before + piece + after;
  if (how === 'delete') return before + after.slice(piece.length);
  return before + line.slice(Math.max(0, at - 2 * piece.length), at) + after;
}

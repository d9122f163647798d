import { describe, expect, it } from 'vitest';
import { logOfFiles } from '#lib/testing/log-of-files.ts';
import { readSource } from '#lib/testing/read-run.ts';
import { runLines, runText } from '#lib/testing/run-text.ts';
import { MAX_LINE } from './lines/blocks.ts';

const RUN = `
  job 0
    stage 0  tasks 40  ms 10..20  fails 1
    stage 1  tasks 4  ms 500`;

describe('lines', () => {
  const whole = runText(RUN);
  const [start = '', ...others] = runLines(RUN);
  const rest = others.join('\n');
  it.each([
    ['end as on Windows', whole.replaceAll('\n', '\r\n'), []],
    ['start with a byte order mark', `\ufeff${whole}`, []],
    ['end without a newline', whole.slice(0, -1), []],
    ['have blank ones between them', `${start}\n\n \t\n${rest}\n`, ['blank-lines 2']],
    ['are no JSON', `${start}\n{"Event":\n<html>\n${rest}\n`, ['unreadable-lines 2']],
    ['are JSON but no events', `${start}\n[1]\n{"a":1}\n"x"\n${rest}\n`, ['unreadable-lines 3']],
    ['break off at the end', `${whole}{"Event":"SparkListenerJobSt`, ['last-line-cut 1']],
    ['are of nobody known', `${start}\n{"Event":"com.example.Mine"}\n${rest}\n`, ['unknown-events 1']],
    ['were written over with zeros', `${start}\n\0\0\0\0\n${rest}\n`, ['unreadable-lines 1']],
  ])('that %s keep the rest readable', async (_, text, facts) => {
    for (const size of [11, 1000, 1 << 20]) {
      const run = await readSource(logOfFiles({ log: text }, size));
      expect(run.facts()).toEqual(facts);
      expect(run.rows('tasks')).toHaveLength(45);
      const unreadable = facts
        .filter((fact) => !/blank|unknown/.test(fact))
        .map((fact) => fact.split(' ')[1]);
      expect(run.stats.unreadableLines).toBe(Number(unreadable[0] ?? 0));
    }
  });

  it('that are unreadable are counted by file, with the place of the first', async () => {
    const run = await readSource(
      logOfFiles({ one: `${whole.slice(0, 10)}\n`, two: `${start}\n?\n??\n${rest}` }, 7),
    );
    expect(run.stats.unreadableLines).toBe(3);
    expect(run.row('ledger', { source_file: 'one' })).toMatchObject({ count: 1, position: 0 });
    expect(run.row('ledger', { source_file: 'two' })).toMatchObject({
      fact: 'unreadable-lines',
      count: 2,
      position: start.length + 1,
      detail: expect.stringContaining('the first at byte 58 (not JSON, 1 byte'),
    });
  });

  it('may be as long as an adaptive plan is, but not without end', async () => {
    const long = `{"Event":"Other","plan":"${'x'.repeat(3 << 20)}"}`;
    expect((await readSource(logOfFiles({ log: `${start}\n${long}\n${rest}` }, 64 << 10))).facts()).toEqual([
      'unknown-events 1',
    ]);
    const endless = `${start}\n${'x'.repeat(MAX_LINE + 1)}\n${rest}`;
    const run = await readSource(logOfFiles({ log: endless }, 8 << 20));
    expect(run.facts()).toEqual(['unreadable-lines 1']);
    expect(run.row('ledger').detail).toContain('too long');
  });
});

import { describe, expect, it } from 'vitest';
import { goldenLines } from '#lib/testing/golden-logs.ts';
import { runText } from '#lib/testing/run-text.ts';
import { BlockCutter } from './blocks.ts';
import { EventReader, shortName } from './event-reader.ts';

/** What the reader makes of a text in chunks of `size` bytes: one entry an event or bad line, in order. */
function read(text: string, size = 64 * 1024) {
  const seen: string[] = [];
  const reader = new EventReader(
    {
      task: (task) => {
        const { isEnd, stageId, taskId, executorId, reason, metrics } = task;
        seen.push(
          `${isEnd ? 'end' : 'start'} ${stageId}/${taskId} ${executorId} ${reason} ${metrics.join()}`,
        );
      },
      event: (name, event) => seen.push(`${name} ${JSON.stringify(event)}`),
      unreadable: ({ position, length, reason, last }) =>
        seen.push(`${reason} at ${position}, ${length} bytes${last ? ', last' : ''}`),
    },
    [],
  );
  const cutter = new BlockCutter(
    (bytes, start, end, offset) => reader.block(bytes, start, end, offset),
    () => seen.push('too long'),
  );
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) cutter.push(bytes.subarray(at, at + size));
  cutter.end();
  return { seen, events: reader.events, parsed: reader.parsed };
}

describe('EventReader', () => {
  it.each([1, 7, 1000])('gives the same events from chunks of %i bytes as from large ones', async (size) => {
    const text = `${(await goldenLines('executor-lost.bad.s35')).join('\n')}\n`;
    const small = read(text, size);
    const large = read(text);
    expect(small.seen).toEqual(large.seen);
    expect(large.seen).toHaveLength(88);
    expect(large.events).toBe(88);
  });

  it('parses few task lines as JSON: the first of a kind, and failures', () => {
    const { events, parsed } = read(runText('job 0\n stage 0  tasks 500  ms 5  fails 2'));
    expect(events).toBe(10 + 2 * 502);
    // The ten events that are no tasks, the first start, the first success and two failures.
    expect(parsed).toBe(10 + 1 + 1 + 2);
  });

  it('names events without their package', () => {
    expect(shortName('org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart')).toBe(
      'SparkListenerSQLExecutionStart',
    );
    expect(shortName('org.apache.spark.sql.streaming.StreamingQueryListener$QueryProgressEvent')).toBe(
      'QueryProgressEvent',
    );
    expect(shortName('SparkListenerJobStart')).toBe('SparkListenerJobStart');
  });

  it.each([
    [
      'a blank line',
      '{"Event":"A"}\n\n{"Event":"B"}\n',
      ['A {"Event":"A"}', 'blank at 14, 0 bytes', 'B {"Event":"B"}'],
    ],
    ['a line of blanks', ' \t\n', ['blank at 0, 2 bytes']],
    ['broken JSON', 'x\n{"Event":"A"}\n', ['not JSON at 0, 1 bytes', 'A {"Event":"A"}']],
    [
      'JSON that is no event',
      '{"a":1}\n[1]\n5\n"Event"\n',
      [
        'no event at 0, 7 bytes',
        'no event at 8, 3 bytes',
        'no event at 12, 1 bytes',
        'no event at 14, 7 bytes',
      ],
    ],
    ['an event without a name', '{"Event":5}\n', ['no event at 0, 11 bytes']],
    ['a task without ids', '{"Event":"SparkListenerTaskEnd"}\n', ['no event at 0, 32 bytes']],
    ['a last line that is cut', '{"Event":"A"}\n{"Eve', ['A {"Event":"A"}', 'not JSON at 14, 5 bytes, last']],
    ['a last line without its end', '{"Event":"A"}', ['A {"Event":"A"}']],
    ['Windows line ends', '{"Event":"A"}\r\n{"Event":"B"}\r\n', ['A {"Event":"A"}', 'B {"Event":"B"}']],
    ['a byte order mark', '\ufeff{"Event":"A"}\n', ['A {"Event":"A"}']],
    [
      'text of other languages',
      '{"Event":"A","x":"東京"}\n{\n',
      ['A {"Event":"A","x":"東京"}', 'not JSON at 27, 1 bytes'],
    ],
  ])('meets %s', (_, text, seen) => {
    expect(read(text).seen).toEqual(seen);
    expect(read(text, 1).seen).toEqual(seen);
  });

  it('reads the task lines around a broken one', () => {
    const lines = runText('job 0\n stage 0  tasks 4  ms 5').split('\n');
    const middle = lines.findIndex((line) => line.includes('TaskEnd')) + 1;
    const broken = [...lines.slice(0, middle), lines[middle]!.slice(0, 100), ...lines.slice(middle)].join(
      '\n',
    );
    const whole = read(lines.join('\n')).seen;
    const { seen } = read(broken);
    expect(seen.filter((line) => !line.startsWith('not JSON'))).toEqual(whole);
    expect(seen).toHaveLength(whole.length + 1);
  });
});

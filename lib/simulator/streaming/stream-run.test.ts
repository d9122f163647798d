import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EVENT_TIME,
  type GroupKey,
  type StreamQuery,
  type StreamRow,
  type StreamStep,
} from './stream-query.ts';
import { type MicroBatch, StreamRun } from './stream-run.ts';

const SECOND = 1000;

function window(lengthMs: number, slideMs = lengthMs, on = EVENT_TIME): GroupKey {
  return { kind: 'window', on, name: 'w', window: { lengthMs, slideMs, startMs: 0 } };
}

const K: GroupKey = { kind: 'column', name: 'k' };
const COUNT: StreamStep = { kind: 'aggregate', keys: [window(10 * SECOND)] };

/** Files from text: `1a 9b | 15a`; each is an event time in seconds and a key. */
function files(text: string): readonly (readonly StreamRow[])[] {
  return text.split('|').map((file) =>
    file
      .trim()
      .split(/\s+/)
      .map((row) => ({ [EVENT_TIME]: Number.parseInt(row, 10) * SECOND, k: row.replace(/\d+/, '') })),
  );
}

function start(
  steps: readonly StreamStep[],
  options: Partial<StreamQuery> & { noDataBatches?: boolean } = {},
) {
  const { noDataBatches = true, ...query } = options;
  return new StreamRun(
    { steps, outputMode: 'append', watermarkDelayMs: 10 * SECOND, ...query },
    { noDataBatches },
  );
}

/** A line for each batch: rows read, watermark in seconds, then `total +updated -removed !dropped` by operator, rows given. */
function lines(batches: readonly MicroBatch[]): readonly string[] {
  return batches.map(({ batchId, numInputRows, watermarkMs, stateOperators, sinkRows }) => {
    const state = stateOperators.map(
      (each) =>
        `${each.numRowsTotal} +${each.numRowsUpdated} -${each.numRowsRemoved} !${each.numRowsDroppedByWatermark}`,
    );
    const watermark = watermarkMs === undefined ? '-' : watermarkMs / SECOND;
    return `${batchId}: ${numInputRows} rows, watermark ${watermark}; ${state.join('; ')} -> ${sinkRows}`;
  });
}

describe('StreamRun', () => {
  it('gives a window once, when the watermark has passed it, and runs a last batch for that', () => {
    expect(lines(start([COUNT]).readAvailable(files('1a 9b | 15a | 31c')))).toEqual([
      '0: 2 rows, watermark 0; 1 +1 -0 !0 -> 0',
      '1: 1 rows, watermark 0; 2 +1 -0 !0 -> 0',
      '2: 1 rows, watermark 5; 3 +1 -0 !0 -> 0',
      '3: 0 rows, watermark 21; 1 +0 -2 !0 -> 2',
    ]);
  });

  it('tests for lateness with the watermark of the batch before', () => {
    const ran = start([COUNT], { watermarkDelayMs: 0 }).readAvailable(files('15a | 31a | 5a 12a 32a'));
    expect(lines(ran)[2]).toBe('2: 3 rows, watermark 31; 1 +2 -1 !1 -> 1');
  });

  it('gives what has changed in update mode, and everything in complete mode', () => {
    const text = '1a 9b | 15a | 1b';
    expect(
      lines(start([COUNT], { outputMode: 'update' }).readAvailable(files(text))).map((line) =>
        line.slice(-1),
      ),
    ).toEqual(['1', '1', '1', '0'].slice(0, 3));
    expect(
      lines(start([COUNT], { outputMode: 'complete' }).readAvailable(files(text))).map((line) =>
        line.slice(-1),
      ),
    ).toEqual(['1', '2', '2']);
  });

  it('runs no batch without data where that is switched off, or where nothing waits for it', () => {
    expect(start([COUNT], { noDataBatches: false }).readAvailable(files('1a | 31a'))).toHaveLength(2);
    expect(start([], {}).readAvailable(files('1a | 31a'))).toHaveLength(2);
    expect(start([COUNT], { outputMode: 'complete' }).readAvailable(files('1a | 31a'))).toHaveLength(2);
  });

  it('forgets duplicates by their event time only', () => {
    const byTime: StreamStep = { kind: 'deduplicate', columns: ['k', EVENT_TIME], withinWatermark: false };
    expect(lines(start([byTime]).readAvailable(files('1a 1a | 31a'))).at(-1)).toBe(
      '2: 0 rows, watermark 21; 1 +0 -1 !0 -> 0',
    );
    const byKey: StreamStep = { kind: 'deduplicate', columns: ['k'], withinWatermark: false };
    expect(lines(start([byKey]).readAvailable(files('1a | 31a')))[1]).toBe(
      '1: 1 rows, watermark 0; 1 +0 -0 !0 -> 0',
    );
  });

  it('forgets a key within the watermark when the delay after its first row has passed', () => {
    const step: StreamStep = { kind: 'deduplicate', columns: ['k'], withinWatermark: true };
    expect(
      lines(start([step]).readAvailable(files('1a | 5a | 40b | 41a'))).map((line) => line.slice(-1)),
    ).toEqual(['1', '0', '1', '0', '0']);
  });

  it('hands closed windows on to the next aggregate within the same batch', () => {
    const steps: readonly StreamStep[] = [
      { kind: 'aggregate', keys: [window(10 * SECOND), K] },
      {
        kind: 'aggregate',
        keys: [
          { ...(window(30 * SECOND, 30 * SECOND, 'w') as Extract<GroupKey, { kind: 'window' }>), name: 'w2' },
        ],
      },
    ];
    expect(lines(start(steps).readAvailable(files('1a 9b | 45c'))).at(-1)).toBe(
      '2: 0 rows, watermark 35; 0 +1 -1 !0; 1 +0 -2 !0 -> 1',
    );
  });

  it('counts the rows that a filter lets through', () => {
    const filter: StreamStep = { kind: 'filter', column: 'k', equals: 'a', negated: false };
    expect(
      lines(start([filter], { watermarkDelayMs: undefined }).readAvailable(files('1a 2b | 3b'))),
    ).toEqual(['0: 1 rows, watermark -;  -> 1', '1: 0 rows, watermark -;  -> 0']);
  });

  it('goes on after a restart where it was', () => {
    const run = start([COUNT]);
    run.readAvailable(files('1a | 31a'));
    expect(lines(run.readAvailable(files('25a 50a')))).toEqual([
      '3: 2 rows, watermark 21; 3 +2 -0 !0 -> 0',
      '4: 0 rows, watermark 40; 1 +0 -2 !0 -> 2',
    ]);
  });

  it('never loses a group: what was made is kept, given or still there', () => {
    const times = fc.array(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 6 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(times, (all) => {
        const rows = all.map((file) => file.map((time) => ({ [EVENT_TIME]: time * SECOND, k: 'a' })));
        const ran = start([COUNT]).readAvailable(rows);
        let before = 0;
        for (const { stateOperators, sinkRows } of ran) {
          const [state] = stateOperators;
          expect(state!.numRowsRemoved).toBe(sinkRows);
          expect(state!.numRowsTotal).toBeLessThanOrEqual(
            before + state!.numRowsUpdated - state!.numRowsRemoved,
          );
          before = state!.numRowsTotal;
        }
      }),
    );
  });
});

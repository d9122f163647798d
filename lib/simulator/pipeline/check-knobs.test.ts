import { describe, expect, it } from 'vitest';
import { checkKnobs } from './check-knobs.ts';
import { KNOBS } from './knob-list.ts';
import { DEFAULT_KNOBS, type Knobs } from './knobs.ts';

const messages = (changes: Partial<Record<keyof Knobs, unknown>>) =>
  checkKnobs({ ...DEFAULT_KNOBS, ...changes } as Knobs).map(({ message }) => message);

describe('knobs', () => {
  it('have words and a range each, but for the names of pasted keys', () => {
    const described = KNOBS.map(({ id }) => id);
    expect(described.length).toBe(new Set(described).size);
    expect(Object.keys(DEFAULT_KNOBS).filter((id) => !described.includes(id as keyof Knobs))).toEqual([
      'keyNames',
    ]);
  });

  it('say what they do in a sentence', () => {
    for (const { help } of KNOBS) expect(help).toMatch(/^[A-Z0-9a-z].*\.$/);
  });

  it('are all in range as they start', () => {
    expect(checkKnobs(DEFAULT_KNOBS)).toEqual([]);
  });
});

describe('checkKnobs', () => {
  it.each([
    [{ shufflePartitions: 1e15 }, 'Shuffle partitions: must be a whole number from 1 to 10,000.'],
    [{ executors: 0 }, 'Executors: must be a whole number from 1 to 1,000.'],
    [{ executors: -3 }, 'Executors: must be a whole number from 1 to 1,000.'],
    [{ cores: 2.5 }, 'Cores of an executor: must be a whole number from 1 to 128.'],
    [{ dataBytes: Number.NaN }, 'Data size: must be a whole number from 1.00 KiB to 1.00 PiB.'],
    [{ hotShare: 1.1 }, 'Share of the hot key: must be from 0 to 1.'],
    [
      { broadcastThreshold: -2 },
      'Broadcast up to: must be a whole number from 0 B to 8.00 GiB, or -1 for off.',
    ],
    [{ executors: '5' }, 'Executors: must be a whole number from 1 to 1,000.'],
    [{ format: 'xls' }, 'Format: one of parquet, orc, avro, csv, json, text.'],
    [{ adaptive: 'yes' }, 'Adaptive execution: on or off.'],
    [{ keyShape: 'weights' }, 'Rows drawn or pasted: at least one key needs rows.'],
    [{ weights: [1, -1] }, 'Rows drawn or pasted: rows of a key are numbers from 0 on.'],
  ])('refuses %o and names what is allowed', (changes, message) => {
    expect(messages(changes)).toEqual([message]);
  });

  it('takes the values that mean something beside the range', () => {
    expect(messages({ broadcastThreshold: -1, coalesceTo: 0, maxRecordsPerFile: 0, scanRate: 0 })).toEqual(
      [],
    );
  });

  it('names every knob that is wrong', () => {
    expect(messages({ executors: 0, files: 0 })).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOBS } from '#lib/simulator/pipeline/knobs.ts';
import { changed, newHistory, redone, settled, undone } from './knob-history.ts';

const start = newHistory(DEFAULT_KNOBS);
const turned = (...values: readonly number[]) =>
  values.reduce(
    (history, shufflePartitions) => changed(history, { shufflePartitions }, 'shufflePartitions'),
    start,
  );

describe('the history of the knobs', () => {
  it('takes back one turn of a knob as one step, however many values it passed', () => {
    const history = turned(210, 300, 450);
    expect(history.present.shufflePartitions).toBe(450);
    expect(undone(history)?.present).toBe(DEFAULT_KNOBS);
  });

  it('keeps two turns apart', () => {
    const history = changed(settled(turned(210, 300)), { shufflePartitions: 500 }, 'shufflePartitions');
    expect(undone(history)?.present.shufflePartitions).toBe(300);
  });

  it('does again what was taken back, until something else is done', () => {
    const back = undone(turned(300))!;
    expect(redone(back)?.present.shufflePartitions).toBe(300);
    expect(redone(changed(back, { executors: 9 }))).toBeUndefined();
  });

  it('has nothing to take back at first, and makes no step of a change to the same value', () => {
    expect(undone(start)).toBeUndefined();
    expect(changed(start, { executors: DEFAULT_KNOBS.executors })).toBe(start);
  });
});

import { describe, expect, it } from 'vitest';
import { SlotPool } from './slot-pool.ts';

function pool(executors: number, slots = 2): SlotPool {
  const made = new SlotPool(slots);
  for (let i = 0; i < executors; i++) made.addExecutor(0);
  return made;
}

describe('SlotPool', () => {
  it('gives a slot of each executor in turn, and none when all are taken', () => {
    const three = pool(3);
    const taken = Array.from({ length: 7 }, () => three.take());
    expect(taken.map((slot) => slot && three.executorOf(slot))).toEqual([0, 1, 2, 0, 1, 2, undefined]);
    expect(three.hasFree).toBe(false);
  });

  it('ends idle executors once their time is up, but not below the least', () => {
    const three = pool(3);
    three.take();
    expect(three.removeIdle(60, 100, 1, true)).toBe(100);
    three.removeIdle(100, 100, 2, true);
    expect(three.live).toBe(2);
    three.removeIdle(100, 100, 1, true);
    expect(three.live).toBe(1);
    expect([three.take(), three.take()]).toEqual([1, undefined]);
  });

  it('keeps an executor whose shuffle output others still have to read', () => {
    const one = pool(1);
    one.release(one.take()!, 10, true);
    one.removeIdle(1000, 100, 0, true);
    expect(one.live).toBe(1);
    one.removeIdle(1000, 100, 0, false);
    expect([one.live, one.hasFree]).toEqual([0, false]);
  });
});

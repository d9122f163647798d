import { describe, expect, it } from 'vitest';
import { sortTaskSets } from './task-set-order.ts';
import type { Pool } from './work.ts';

/** "etl:3 job 1 stage 4" = a stage of pool etl with 3 running tasks. */
function sets(...lines: readonly string[]) {
  return lines.map((line) => {
    const [, pool, running, job, stageId] = /^(\w+):(\d+) job (\d+) stage (\d+)$/.exec(line)!;
    return { line, pool: pool!, running: Number(running), job: Number(job), stageId: Number(stageId) };
  });
}

function order(mode: 'FIFO' | 'FAIR', pools: readonly Pool[], ...lines: readonly string[]) {
  return sortTaskSets(sets(...lines), mode, pools).map(({ line }) => line);
}

const pool = (name: string, weight: number, minShare: number, mode: 'FIFO' | 'FAIR' = 'FIFO'): Pool => ({
  name,
  weight,
  minShare,
  mode,
});

describe('sortTaskSets', () => {
  it('gives the earlier job everything it can use under FIFO, whatever runs', () => {
    expect(order('FIFO', [], 'b:0 job 1 stage 2', 'a:9 job 0 stage 5', 'a:9 job 0 stage 3')).toEqual([
      'a:9 job 0 stage 3',
      'a:9 job 0 stage 5',
      'b:0 job 1 stage 2',
    ]);
  });

  it('prefers the pool with fewer running tasks under FAIR, and the name decides between equals', () => {
    expect(order('FAIR', [], 'b:2 job 0 stage 0', 'a:3 job 1 stage 1')[0]).toBe('b:2 job 0 stage 0');
    expect(order('FAIR', [], 'b:2 job 0 stage 0', 'a:2 job 1 stage 1')[0]).toBe('a:2 job 1 stage 1');
  });

  it('counts running tasks for each unit of weight', () => {
    const pools = [pool('a', 1, 0), pool('b', 4, 0)];
    expect(order('FAIR', pools, 'a:2 job 0 stage 0', 'b:6 job 1 stage 1')[0]).toBe('b:6 job 1 stage 1');
  });

  it('serves a pool below its minShare before any other, the emptiest first', () => {
    const pools = [pool('a', 100, 0), pool('b', 1, 8), pool('c', 1, 4)];
    expect(
      order('FAIR', pools, 'a:0 job 0 stage 0', 'b:6 job 1 stage 1', 'c:2 job 2 stage 2').map(
        (line) => line[0],
      ),
    ).toEqual(['c', 'b', 'a']);
  });

  it('keeps FIFO inside a pool unless the pool is fair too', () => {
    const lines = ['a:0 job 1 stage 1', 'a:5 job 0 stage 0'];
    expect(order('FAIR', [], ...lines)[0]).toBe('a:5 job 0 stage 0');
    expect(order('FAIR', [pool('a', 1, 0, 'FAIR')], ...lines)[0]).toBe('a:0 job 1 stage 1');
  });
});

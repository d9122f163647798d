import { describe, expect, it } from 'vitest';
import { readRun } from '#lib/testing/read-run.ts';

const cached = `
  job 0
    stage 0  tasks 2
  cache 7  stage 0  partitions 2  level memory deserialized  "prices"`;
const MIB = 2 ** 20;

describe('cached RDDs', () => {
  it('are those that a stage marks for caching; how much of them is cached is not in ordinary logs', async () => {
    expect((await readRun(cached)).rows('cached_rdds')).toEqual([
      {
        rdd_id: 7,
        name: 'prices',
        num_partitions: 2,
        num_cached_partitions: null,
        storage_level: 'Memory Deserialized 1x Replicated',
        memory_used: null,
        disk_used: null,
        unpersisted: false,
        first_stage_id: 0,
      },
    ]);
  });

  it.each([
    ['memory', 'Memory Serialized 1x Replicated'],
    ['disk', 'Disk Serialized 1x Replicated'],
    ['memory disk deserialized', 'Disk Memory Deserialized 1x Replicated'],
    ['memory off-heap', 'Memory (off heap) Serialized 1x Replicated'],
  ])('describe the level %s as Spark does', async (level, words) => {
    const { row } = await readRun(`job 0\n stage 0\ncache 1  stage 0  level ${level}`);
    expect(row('cached_rdds').storage_level).toBe(words);
  });

  it('show their blocks where the log has block updates', async () => {
    const { row } = await readRun(`${cached}\nblock 7.0  memory 10 MiB\nblock 7.1  memory 6 MiB  disk 1 MiB`);
    expect(row('cached_rdds')).toMatchObject({
      num_cached_partitions: 2,
      memory_used: 16 * MIB,
      disk_used: MIB,
    });
    expect(row('executors')).toMatchObject({ rdd_blocks: 2, memory_used: 16 * MIB, disk_used: MIB });
  });

  it('lose blocks that are evicted, moved or replaced', async () => {
    const blocks = 'block 7.0  memory 10 MiB\nblock 7.1  memory 6 MiB';
    const blocksAfter = async (more: string) => {
      const { row } = await readRun(`${cached}\n${blocks}\n${more}`);
      const { num_cached_partitions, memory_used, disk_used } = row('cached_rdds');
      return [
        num_cached_partitions,
        Number(memory_used) / MIB,
        Number(disk_used) / MIB,
        row('executors').rdd_blocks,
      ];
    };
    expect(await blocksAfter('block 7.0')).toEqual([1, 6, 0, 1]);
    expect(await blocksAfter('block 7.0  disk 9 MiB')).toEqual([2, 6, 9, 2]);
    expect(await blocksAfter('block 7.0  memory 2 MiB')).toEqual([2, 8, 0, 2]);
  });

  it('count a partition once that two executors have', async () => {
    const { row } = await readRun(
      `executor 1\nexecutor 2${cached}\nblock 7.0  on 1  memory 1 MiB\nblock 7.0  on 2  memory 1 MiB`,
    );
    expect(row('cached_rdds')).toMatchObject({ num_cached_partitions: 1, memory_used: 2 * MIB });
  });

  it('that were unpersisted stay in the table without blocks', async () => {
    const { row } = await readRun(`${cached}\nblock 7.0  memory 10 MiB\nuncache 7\nuncache 99`);
    expect(row('cached_rdds')).toMatchObject({ unpersisted: true, num_cached_partitions: 0, memory_used: 0 });
    expect(row('executors')).toMatchObject({ rdd_blocks: 0, memory_used: 0 });
  });

  it('are cached again when a later stage marks them again', async () => {
    const { row } = await readRun(`
      job 0
        stage 0
      uncache 7
      job 1
        stage 1
      cache 7  stage 0 1`);
    expect(row('cached_rdds')).toMatchObject({ unpersisted: false, first_stage_id: 0 });
  });

  it('have nothing to do with broadcast variables, which use the same memory', async () => {
    const { rows, row } = await readRun(
      'job 0\nblock broadcast_3_piece0  memory 5 MiB\nblock broadcast_4_piece0  memory 1 MiB',
    );
    expect(rows('cached_rdds')).toEqual([]);
    expect(row('executors')).toMatchObject({ rdd_blocks: 0, memory_used: 6 * MIB });
  });
});

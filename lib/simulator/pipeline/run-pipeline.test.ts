import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOBS, type Knobs, STEPS } from './knobs.ts';
import { runPipeline } from './run-pipeline.ts';

const [MIB, GIB] = [2 ** 20, 2 ** 30];
const run = (changes: Partial<Knobs> = {}) =>
  runPipeline({ ...DEFAULT_KNOBS, dataBytes: 2 * GIB, keys: 5000, ...changes });
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const tasks = (changes: Partial<Knobs>) => run(changes).stages.map((stage) => stage.tasks.count);

describe('runPipeline', () => {
  it('shuffles both sides of a large join and neither of a broadcast one', () => {
    expect(run().stages.map(({ name }) => name)).toEqual([
      'read and shuffle the main table',
      'read and shuffle the other side',
      'after the shuffle',
    ]);
    expect(run({ otherBytes: 5 * MIB }).stages.map(({ name }) => name)).toEqual([
      'broadcast the other side',
      'read and write',
    ]);
  });

  it('broadcasts the main table where it is the small one', () => {
    const { stages } = run({ dataBytes: 5 * MIB, files: 1, otherBytes: GIB, otherFiles: 8 });
    expect(stages.map(({ name }) => name)).toEqual(['broadcast the main table', 'read and write']);
  });

  it('reads the data twice for a sort, once for its sample', () => {
    const { stages } = run({ step: 'sort' });
    expect(stages.map(({ name }) => name)).toEqual([
      'sample for the sort',
      'read and shuffle',
      'after the shuffle',
    ]);
    expect(stages[0]!.tasks.rows).toEqual(stages[1]!.tasks.rows);
    expect(run({ step: 'sort', shufflePartitions: 1 }).stages).toHaveLength(2);
  });

  it('keeps 200 tasks without adaptive execution and never changes a repartition by number', () => {
    expect(tasks({ adaptive: false }).at(-1)).toBe(200);
    expect(tasks({ step: 'repartition' }).at(-1)).toBe(200);
    expect(tasks({ step: 'aggregate' }).at(-1)).toBeLessThan(200);
  });

  it('splits the partition of a hot key, unless one map task wrote all of it', () => {
    const hot = { keyShape: 'hot', hotShare: 0.5, dataBytes: 20 * GIB } as const;
    const skewed = (changes: Partial<Knobs>) =>
      Math.max(...run({ ...hot, ...changes }).stages.at(-1)!.tasks.rows);
    expect(skewed({})).toBeLessThan(skewed({ skewJoin: false }) / 10);
    const oneMap = { format: 'csv', codec: 'gzip', files: 1 } as const;
    expect(skewed(oneMap)).toBe(skewed({ ...oneMap, skewJoin: false }));
  });

  it('does all of the last stage in one task for coalesce(1), and in the same number of map tasks as before', () => {
    expect(tasks({ step: 'none', coalesceTo: 1 })).toEqual([1]);
    const [before, after] = [run({ step: 'aggregate' }), run({ step: 'aggregate', coalesceTo: 1 })];
    expect(after.stages.map((stage) => stage.tasks.count)).toEqual([before.stages[0]!.tasks.count, 1]);
    expect(sum(after.stages[1]!.tasks.rows)).toBe(sum(before.stages[1]!.tasks.rows));
    expect(after.totals.files.value).toBe(1);
  });

  it('warns where a hash table is larger than what a task may have', () => {
    const large = {
      preferSortMergeJoin: false,
      adaptive: false,
      shufflePartitions: 100,
      broadcastThreshold: 100 * MIB,
    };
    const { join, notes, totals } = run({
      ...large,
      otherBytes: 600 * MIB,
      otherFiles: 8,
      memoryBytes: 450 * MIB,
      cores: 16,
    });
    expect(join?.planned.operator).toBe('ShuffledHashJoin');
    expect(notes.join()).toContain('cannot spill');
    expect(totals.spill.value).toBe(0);
  });

  it('refuses knobs out of range and more files than it can look at, with what would work', () => {
    expect(() => run({ shufflePartitions: 1e15 })).toThrow('must be a whole number from 1 to 10,000');
    expect(() => run({ dataBytes: 1024 ** 5, maxPartitionBytes: MIB })).toThrow('pieces to read');
  });

  it('takes texts of pasted keys as Spark hashes them', () => {
    const keyNames = ['US', 'CA', 'MX', 'BR'];
    const { skylines } = run({
      keyShape: 'weights',
      weights: [4, 3, 2, 1],
      keyNames,
      step: 'join',
      shufflePartitions: 8,
      adaptive: false,
    });
    const rows = skylines[0]!.exchange.rows;
    expect([...rows.keys()].filter((partition) => rows[partition]! > 0)).toEqual([1, 4, 5]);
  });
});

const knobs = fc.record({
  step: fc.constantFrom(...STEPS),
  dataBytes: fc.integer({ min: MIB, max: 4 * GIB }),
  files: fc.integer({ min: 1, max: 200 }),
  keyShape: fc.constantFrom('uniform', 'zipf', 'hot' as const),
  keys: fc.integer({ min: 1, max: 3000 }),
  zipfExponent: fc.constantFrom(0, 0.5, 1, 2),
  otherBytes: fc.integer({ min: MIB, max: GIB }),
  otherKept: fc.constantFrom(0, 0.01, 0.5, 1),
  shufflePartitions: fc.integer({ min: 1, max: 400 }),
  adaptive: fc.boolean(),
  parallelismFirst: fc.boolean(),
  skewThresholdBytes: fc.constantFrom(MIB, 16 * MIB, 256 * MIB),
  executors: fc.integer({ min: 1, max: 20 }),
  coalesceTo: fc.constantFrom(0, 1, 7),
  dynamicAllocation: fc.boolean(),
  speculation: fc.boolean(),
}) as fc.Arbitrary<Partial<Knobs>>;

describe('runPipeline, whatever the knobs', () => {
  it('keeps the rows of the main table through every exchange', () => {
    fc.assert(
      fc.property(knobs, (changes) => {
        const { source, skylines, stages, join } = run(changes);
        if (changes.step === 'aggregate' || skylines.length === 0) return;
        expect(sum(skylines[0]!.exchange.rows)).toBe(source.rows);
        // A skewed join reads the other side's partition once for each piece of this one.
        const isSplit = join !== undefined && skylines.length === 2;
        const read = sum(stages.at(-1)!.tasks.rows);
        const all = sum(skylines.flatMap(({ exchange }) => [...exchange.rows]));
        if (isSplit) expect(read).toBeGreaterThanOrEqual(all);
        else expect(read).toBe(all);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('never makes fewer bytes of twice the data', () => {
    fc.assert(
      fc.property(knobs, (changes) => {
        const once = run({ ...changes, adaptive: false });
        const twice = run({
          ...changes,
          adaptive: false,
          dataBytes: 2 * changes.dataBytes!,
          otherBytes: changes.otherBytes!,
        });
        if (once.join?.planned.operator !== twice.join?.planned.operator) return;
        if (once.join?.planned.buildSide !== twice.join?.planned.buildSide) return;
        for (const total of ['rows', 'dataSize', 'shuffleBytes', 'largestPartition'] as const)
          expect(twice.totals[total].value).toBeGreaterThanOrEqual(once.totals[total].value);
        expect(twice.written!.bytes).toBeGreaterThanOrEqual(once.written!.bytes);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('is never done before the lower bound, and gives finite figures with a formula and a source', () => {
    fc.assert(
      fc.property(knobs, (changes) => {
        const { totals, schedule } = run({ ...changes, dynamicAllocation: false, speculation: false });
        expect(schedule.makespanMs).toBeGreaterThanOrEqual(totals.ideal.value * (1 - 1e-9));
        for (const each of Object.values(totals)) {
          expect(Number.isFinite(each.value) && each.value >= 0).toBe(true);
          expect([each.formula, each.source].every((text) => text.length > 0)).toBe(true);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

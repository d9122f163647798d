import { describe, expect, it } from 'vitest';
import type { SparkVersion } from '#lib/plan/settings.ts';
import { adaptStage } from './adapt-stage.ts';
import { aqeSettings } from './aqe-settings.ts';
import type { ReadSpec } from './read-spec.ts';
import type { ShuffleOutput } from './shuffle-output.ts';
import { shuffleOf, stagePlan, written } from './testing.ts';

const CONF = {
  'spark.sql.adaptive.advisoryPartitionSizeInBytes': '100',
  'spark.sql.adaptive.coalescePartitions.minPartitionSize': '10',
  'spark.sql.adaptive.coalescePartitions.parallelismFirst': 'false',
  'spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes': '150',
};

function adapt(
  plan: string,
  shuffles: readonly ShuffleOutput[],
  conf: Readonly<Record<string, string>> = {},
  spark: SparkVersion = '3.5',
) {
  const stage = adaptStage(
    stagePlan(plan),
    shuffles,
    aqeSettings({ spark, cores: 4, conf: { ...CONF, ...conf } }),
  );
  return {
    isSkewJoin: stage.isSkewJoin,
    reads: Object.fromEntries(
      [...stage.reads].map(([shuffle, reads]) => [shuffle, reads.map(text).join(' ')]),
    ),
    steps: stage.steps.map((step) => (step.kind === 'given-up' ? `given up: ${step.rule}` : step.kind)),
  };
}

function text(read: ReadSpec): string {
  switch (read.type) {
    case 'coalesced':
      return `${read.startReducer}-${read.endReducer}`;
    case 'partialReducer':
      return `r${read.reducer}[${read.startMap}-${read.endMap}]`;
    case 'partialMapper':
      return `m${read.map}[${read.startReducer}-${read.endReducer}]`;
    case 'coalescedMapper':
      return `maps[${read.startMap}-${read.endMap}]`;
  }
}

const HOT = shuffleOf([
  [5, 5],
  [100, 100],
  [5, 5],
  [5, 5],
]);
const EVEN = written(5, 5, 5, 5);
const JOIN = 'SortMergeJoin:Inner(Sort(#0), Sort(#1))';
const LOCAL_OFF = { 'spark.sql.adaptive.localShuffleReader.enabled': 'false' };

describe('adaptStage', () => {
  it('coalesces the inputs of a join alike', () => {
    expect(adapt(JOIN, [written(40, 40, 40, 40), written(10, 10, 10, 10)]).reads).toEqual({
      0: '0-2 2-4',
      1: '0-2 2-4',
    });
  });

  it('splits a skewed join and coalesces around it', () => {
    expect(adapt(JOIN, [HOT, EVEN])).toEqual({
      isSkewJoin: true,
      reads: { 0: '0-1 r1[0-1] r1[1-2] 2-4', 1: '0-1 1-2 1-2 2-4' },
      steps: ['split-skewed-join', 'coalesce'],
    });
  });

  it('gives up a split that would break an aggregate above, unless it is forced', () => {
    const above = `SortAggregate(${JOIN})`;
    expect(adapt(above, [HOT, EVEN]).steps).toEqual(['given up: skew-join', 'coalesce']);
    expect(
      adapt(above, [HOT, EVEN], { 'spark.sql.adaptive.forceOptimizeSkewedJoin': 'true' }).isSkewJoin,
    ).toBe(true);
  });

  it('splits no shuffle that the program asked for, and none below another operator', () => {
    const asked = shuffleOf(
      [
        [5, 5],
        [100, 100],
        [5, 5],
        [5, 5],
      ],
      'REPARTITION_BY_COL',
    );
    expect(adapt(JOIN, [asked, EVEN]).isSkewJoin).toBe(false);
    expect(adapt('SortMergeJoin:Inner(Sort(Project(#0)), Sort(#1))', [HOT, EVEN]).isSkewJoin).toBe(false);
  });

  it('leaves a number that the program asked for', () => {
    expect(adapt('#0', [shuffleOf([[1], [1]], 'REPARTITION_BY_NUM', 'round-robin')]).reads).toEqual({});
  });

  it('leaves a stage alone that reads something else beside its shuffles', () => {
    expect(adapt('SortMergeJoin:Inner(Sort(#0), Sort(Scan))', [written(1, 1)]).reads).toEqual({});
  });

  it('splits what REBALANCE left too large, then coalesces the rest', () => {
    const rebalanced = shuffleOf(
      [
        [80, 80],
        [5, 5],
        [5, 5],
      ],
      'REBALANCE_PARTITIONS_BY_COL',
    );
    expect(adapt('#0', [rebalanced]).reads).toEqual({ 0: 'r0[0-1] r0[1-2] 1-3' });
  });

  it('reads a REBALANCE locally only as long as it is read whole', () => {
    const large = shuffleOf(
      [
        [40, 45],
        [45, 40],
      ],
      'REBALANCE_PARTITIONS_BY_NONE',
      'round-robin',
    );
    expect(adapt('#0', [large]).reads).toEqual({ 0: 'm0[0-2] m1[0-2]' });
    const small = shuffleOf(
      [
        [10, 10],
        [10, 10],
      ],
      'REBALANCE_PARTITIONS_BY_NONE',
      'round-robin',
    );
    expect(adapt('#0', [small]).reads).toEqual({ 0: '0-2' });
  });

  it('reads locally what a broadcast join streams, with as many tasks as coalescing left', () => {
    const streamed = shuffleOf([
      [20, 20],
      [20, 20],
      [20, 20],
      [20, 20],
    ]);
    expect(adapt('BroadcastHashJoin:Inner:right(#0, BroadcastStage)', [streamed]).reads).toEqual({
      0: 'm0[0-4] m1[0-4]',
    });
    const below = 'SortAggregate(BroadcastHashJoin:Inner:right(#0, BroadcastStage))';
    expect(adapt(below, [streamed])).toMatchObject({
      reads: { 0: '0-2 2-4' },
      steps: ['coalesce', 'given up: local-read'],
    });
  });

  it('coalesces the inputs of a union apart, and from 4.1 together where they lie alike', () => {
    const shuffles = [written(60, 60, 60, 60), written(5, 5, 5, 5)];
    expect(adapt('Union(#0, #1)', shuffles).reads).toEqual({ 1: '0-4' });
    expect(adapt('Union(#0, #1)', shuffles, {}, '4.3').reads).toEqual({});
    const split = { 'spark.sql.unionOutputPartitioning': 'false' };
    expect(adapt('Union(#0, #1)', shuffles, split, '4.3').reads).toEqual({ 1: '0-4' });
  });

  it('keeps partitions small below a join that multiplies them, from 4.0 on', () => {
    const shuffles = [written(20, 20, 20, 20), written(1, 1, 1, 1)];
    expect(adapt('CartesianProduct(#0, #1)', shuffles).reads).toEqual({ 0: '0-4', 1: '0-4' });
    expect(adapt('CartesianProduct(#0, #1)', shuffles, {}, '4.0').reads).toEqual({ 1: '0-4' });
  });

  it('splits the streamed side of a broadcast join in 4.3, where it is not read locally', () => {
    const plan = 'BroadcastHashJoin:Inner:right(#0, BroadcastStage)';
    expect(adapt(plan, [HOT], LOCAL_OFF, '4.3').reads).toEqual({ 0: '0-1 r1[0-1] r1[1-2] 2-4' });
    expect(adapt(plan, [HOT], LOCAL_OFF, '3.5').isSkewJoin).toBe(false);
  });

  it('leaves the last stage alone where that is asked for', () => {
    const conf = { 'spark.sql.adaptive.applyFinalStageShuffleOptimizations': 'false' };
    expect(adapt('#0', [written(1, 1, 1)], conf).reads).toEqual({});
  });
});

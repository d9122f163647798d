import { UserError } from '#lib/base/assert.ts';
import { formatCount } from '#lib/base/format.ts';
import type { PlanSettings, SparkVersion } from '#lib/plan/settings.ts';
import { adaptStage } from '../aqe/adapt-stage.ts';
import { aqeSettings } from '../aqe/aqe-settings.ts';
import { SHUFFLE_ORIGINS, type ShuffleOutput } from '../aqe/shuffle-output.ts';
import type { StageOperator } from '../aqe/stage-operator.ts';
import type { CaseKind } from './case-kind.ts';
import { type CaseInput, MAX_BYTES, MAX_PARTITIONS } from './read-input.ts';

/** Deeper and larger plans than any query has; keeps the walk over one bounded. */
const MAX_DEPTH = 500;
const MAX_CHILDREN = 1000;
const MAX_SHUFFLES = 1000;
/** Blocks of mappers that are looked at in all, where nobody listed them. */
const MAX_BLOCKS = 10_000_000;

const PARTITIONINGS: Readonly<Record<string, ShuffleOutput['partitioning']>> = {
  HashPartitioning: 'hash',
  RangePartitioning: 'range',
  RoundRobinPartitioning: 'round-robin',
  SinglePartition: 'single',
  SinglePartition$: 'single',
};

/** How the last stage of an adaptive run reads its shuffles. The three kinds differ in what their cases are about. */
export const aqeCoalesce: CaseKind = { kind: 'aqe-coalesce', run: adapted };
export const aqeSkew: CaseKind = { kind: 'aqe-skew', run: adapted };
export const aqeLocalRead: CaseKind = { kind: 'aqe-local-read', run: adapted };

function adapted(input: CaseInput, spark: SparkVersion): unknown {
  const room: Room = { blocks: MAX_BLOCKS };
  const shuffles = input.field('shuffles').list((shuffle) => readShuffle(shuffle, room), MAX_SHUFFLES);
  const plan = readOperator(input.field('plan'), shuffles.length, 0);
  const settings: PlanSettings = {
    spark,
    cores: input.field('defaultParallelism').integer(1, MAX_PARTITIONS),
    conf: Object.fromEntries(input.field('conf').entries(readSetting)),
  };
  const { isSkewJoin, reads } = adaptStage(plan, shuffles, aqeSettings(settings));
  return {
    isSkewJoin,
    reads: [...reads].sort(([a], [b]) => a - b).map(([shuffle, specs]) => ({ shuffle, specs })),
  };
}

/** What is left of MAX_BLOCKS. */
interface Room {
  blocks: number;
}

function readShuffle(input: CaseInput, room: Room): ShuffleOutput {
  const numReducers = input.field('numReducers').integer(1, MAX_PARTITIONS);
  const sizes = input
    .optional('bytesByReducer')
    ?.list((bytes) => bytes.integer(0, MAX_BYTES), MAX_PARTITIONS);
  if (sizes !== undefined && sizes.length !== numReducers)
    input.field('bytesByReducer').refuse(`a list of ${numReducers} sizes, one for each reducer`);
  const numMaps = input.optional('numMaps')?.integer(0, MAX_PARTITIONS);
  const blocks = new Map(
    input
      .optional('bytesByMapOfReducer')
      ?.entries((list) => list.list((bytes) => bytes.integer(0, MAX_BYTES), MAX_PARTITIONS)),
  );
  return {
    numReducers,
    bytesByReducer: sizes,
    numMaps,
    origin: input.field('origin').oneOf(SHUFFLE_ORIGINS),
    partitioning: PARTITIONINGS[input.field('partitioning').text()] ?? 'unknown',
    bytesByMap(reducer) {
      const known = blocks.get(String(reducer));
      if (known) return known;
      const { path } = input;
      room.blocks -= numMaps ?? 0;
      if (room.blocks < 0)
        throw new UserError(
          `"${path}.numMaps" makes more than ${formatCount(MAX_BLOCKS)} blocks of large reducers`,
        );
      if (numMaps !== undefined && numMaps > 0) return equalShares(sizes?.[reducer] ?? 0, numMaps);
      throw new UserError(
        `"${path}.bytesByMapOfReducer" has no sizes of reducer ${reducer}, which is large enough to be split`,
      );
    },
  };
}

/** Blocks that nobody listed: what the mappers have written for a reducer is taken as equal. */
function equalShares(bytes: number, maps: number): readonly number[] {
  const each = Math.floor(bytes / maps);
  return Array.from({ length: maps }, (_, map) => each + (map < bytes % maps ? 1 : 0));
}

function readOperator(input: CaseInput, shuffles: number, depth: number): StageOperator {
  if (depth > MAX_DEPTH) input.refuse(`a plan of at most ${MAX_DEPTH} operators above each other`);
  const index = input.optional('shuffle');
  if (index !== undefined && shuffles === 0) index.refuse('left out, as there are no shuffles');
  const shuffle = index?.integer(0, shuffles - 1);
  const joinType = input.optional('joinType')?.text();
  const buildSide = input.optional('buildSide')?.oneOf(['BuildLeft', 'BuildRight']);
  return {
    op: input.field('op').text(),
    ...(shuffle === undefined ? {} : { shuffle }),
    ...(joinType === undefined ? {} : { joinType }),
    ...(buildSide === undefined ? {} : { buildSide: buildSide === 'BuildLeft' ? 'left' : 'right' }),
    children:
      input.optional('children')?.list((child) => readOperator(child, shuffles, depth + 1), MAX_CHILDREN) ??
      [],
  };
}

function readSetting(value: CaseInput): string {
  const given = value.value;
  if (typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean')
    return String(given);
  return value.refuse('text, a number, true or false');
}

import type { PlanSettings } from '#lib/plan/settings.ts';
import type { AdaptedStage } from '../aqe/adapt-stage.ts';
import { aqeSettings } from '../aqe/aqe-settings.ts';
import type { ShuffleOutput } from '../aqe/shuffle-output.ts';
import { measureSkew } from '../aqe/skew-join.ts';
import { distinctValues } from '../estimate/partial-aggregate.ts';
import { type Exchange, seenOutput } from './exchange.ts';
import { type JoinPlan, joinedRows } from './join-plan.ts';
import type { Knobs } from './knobs.ts';
import { adapt, type LastStageInput, lastTasks } from './last-stage.ts';
import { coalesceTasks, type LastTask } from './last-task.ts';
import { mainExchange, mapTasks, otherExchange, scanTasks } from './map-side.ts';
import type { Skyline } from './pipeline-run.ts';
import type { SourceData } from './source-data.ts';
import type { TaskPlan } from './stage-tasks.ts';

export interface PlannedStage {
  readonly name: string;
  readonly does: readonly string[];
  /** Indices of stages before it. */
  readonly parents: readonly number[];
  readonly tasks: readonly TaskPlan[];
}

export interface PlannedStages {
  /** All but the last. */
  readonly before: readonly PlannedStage[];
  readonly last: Omit<PlannedStage, 'tasks'>;
  readonly lastTasks: readonly LastTask[];
  readonly skylines: readonly Skyline[];
  readonly adapted: AdaptedStage | undefined;
}

/** The stages of the pipeline with what their tasks do. Parents come first. */
export function planStages(
  knobs: Knobs,
  settings: PlanSettings,
  main: SourceData,
  other: SourceData | undefined,
  join: JoinPlan | undefined,
): PlannedStages {
  if (knobs.step === 'none') return narrow(knobs, main, [], ['read']);
  if (join === undefined || other === undefined) return oneShuffle(knobs, settings, main);
  if (join.planned.operator === 'BroadcastHashJoin') return broadcast(knobs, main, other, join);
  return twoShuffles(knobs, settings, main, other, join);
}

/** Reads, works and writes in one stage: what arrives is what the source's tasks read. */
function narrow(
  knobs: Knobs,
  streamed: SourceData,
  before: readonly PlannedStage[],
  does: readonly string[],
  outRowsOf: (rows: number) => number = (rows) => rows,
): PlannedStages {
  const tasks = scanTasks(knobs, streamed).map((plan): LastTask => {
    const outRows = outRowsOf(plan.rows);
    const worked = before.length > 0 ? plan.rows * knobs.rowBytes : 0;
    const written = knobs.write ? outRows * knobs.rowBytes : 0;
    return {
      outRows,
      outKeys: distinctValues(knobs.keys, outRows),
      plan: { ...plan, load: { ...plan.load, worked, written } },
    };
  });
  return {
    before,
    last: { name: 'read and write', does: lastDoes(knobs, does), parents: before.map((_, i) => i) },
    lastTasks: coalesceTasks(tasks, knobs.coalesceTo),
    skylines: [],
    adapted: undefined,
  };
}

function broadcast(knobs: Knobs, main: SourceData, other: SourceData, join: JoinPlan): PlannedStages {
  const buildsOther = join.planned.buildSide === 'right';
  const [built, streamed] = buildsOther ? [other, main] : [main, other];
  const sending: PlannedStage = {
    name: buildsOther ? 'broadcast the other side' : 'broadcast the main table',
    does: ['read', 'send to every executor'],
    parents: [],
    tasks: scanTasks(knobs, built),
  };
  const shareOf = (rows: number) => (streamed.rows > 0 ? rows / streamed.rows : 0);
  const outRowsOf = (rows: number) =>
    buildsOther
      ? joinedRows(knobs, rows, 0)
      : Math.round(joinedRows(knobs, main.rows, other.rows * knobs.otherKept) * shareOf(rows));
  return narrow(knobs, streamed, [sending], ['read', 'broadcast hash join'], outRowsOf);
}

function oneShuffle(knobs: Knobs, settings: PlanSettings, main: SourceData): PlannedStages {
  const into = mainExchange(knobs, main);
  const sample: PlannedStage = {
    name: 'sample for the sort',
    does: ['read', 'sample keys'],
    parents: [],
    tasks: scanTasks(knobs, main),
  };
  // With one partition there is nothing to cut, and no sample.
  const samples = knobs.step === 'sort' && knobs.shufflePartitions > 1 ? [sample] : [];
  const map: PlannedStage = {
    name: 'read and shuffle',
    does: ['read', ...(knobs.step === 'aggregate' ? ['aggregate partly'] : []), 'write shuffle'],
    parents: samples.map((_, i) => i),
    tasks: mapTasks(knobs, main, into),
  };
  const before = [...samples, map];
  const input = { main: into, other: undefined, join: undefined };
  const work = knobs.step === 'repartition' ? [] : [knobs.step];
  return afterShuffle(knobs, settings, input, before, ['read shuffle', ...work]);
}

function twoShuffles(
  knobs: Knobs,
  settings: PlanSettings,
  main: SourceData,
  other: SourceData,
  join: JoinPlan,
): PlannedStages {
  const [left, right] = [mainExchange(knobs, main), otherExchange(knobs, other)];
  const map = (name: string, tasks: readonly TaskPlan[]): PlannedStage => ({
    name,
    does: ['read', 'write shuffle'],
    parents: [],
    tasks,
  });
  const maps = [
    map('read and shuffle the main table', mapTasks(knobs, main, left)),
    map('read and shuffle the other side', mapTasks(knobs, other, right)),
  ];
  if (join.converted === undefined) {
    const input = { main: left, other: right, join: join.planned };
    const kind = join.planned.operator === 'SortMergeJoin' ? ['sort', 'merge join'] : ['hash join'];
    return afterShuffle(knobs, settings, input, maps, ['read both shuffles', ...kind]);
  }
  const rows = right.rows.reduce((sum, each) => sum + each, 0);
  const sending: PlannedStage = {
    name: 'broadcast the other side',
    does: ['read shuffle', 'send to every executor'],
    parents: [1],
    tasks: [sendTask(knobs, right, rows)],
  };
  const input = { main: left, other: undefined, join: join.converted };
  return afterShuffle(knobs, settings, input, [...maps, sending], ['read shuffle', 'broadcast hash join']);
}

/** A small shuffle is coalesced to a task or two; here it is one. */
function sendTask(knobs: Knobs, from: Exchange, rows: number): TaskPlan {
  return {
    rows,
    readBytes: rows * from.bytesPerRow,
    writtenBytes: 0,
    neededBytes: 0,
    canSpill: true,
    load: { files: 0, scanned: 0, shuffled: rows * knobs.rowBytes, worked: 0, written: 0 },
  };
}

function afterShuffle(
  knobs: Knobs,
  settings: PlanSettings,
  input: LastStageInput,
  before: readonly PlannedStage[],
  does: readonly string[],
): PlannedStages {
  const exchanges = input.other === undefined ? [input.main] : [input.main, input.other];
  const outputs = exchanges.map(seenOutput);
  const adapted = adapt(input, outputs, knobs, settings);
  return {
    before,
    last: { name: 'after the shuffle', does: lastDoes(knobs, does), parents: before.map((_, i) => i) },
    lastTasks: coalesceTasks(lastTasks(input, adapted, knobs), knobs.coalesceTo),
    skylines: exchanges.map((each, i) => skyline(each, i, outputs[i]!, adapted, settings)),
    adapted,
  };
}

function skyline(
  of: Exchange,
  shuffle: number,
  output: ShuffleOutput,
  adapted: AdaptedStage | undefined,
  settings: PlanSettings,
): Skyline {
  const seenBytes = output.bytesByReducer ?? [];
  const step = adapted?.steps.find((each) => each.kind === 'coalesce' && each.shuffles.includes(shuffle));
  return {
    side: shuffle === 0 ? 'main' : 'other',
    exchange: of,
    seenBytes,
    skew: measureSkew(seenBytes, aqeSettings(settings)),
    coalesce: step?.kind === 'coalesce' ? step.rule : undefined,
  };
}

function lastDoes(knobs: Knobs, does: readonly string[]): readonly string[] {
  return [
    ...does,
    ...(knobs.coalesceTo > 0 ? [`coalesce(${knobs.coalesceTo})`] : []),
    knobs.write ? 'write files' : 'count',
  ];
}

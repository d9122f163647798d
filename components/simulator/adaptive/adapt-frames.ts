import { formatBytes, formatCount, formatRatio, plural } from '#lib/base/format.ts';
import type { AdaptStep } from '#lib/simulator/aqe/adapt-stage.ts';
import { mergeText } from '#lib/simulator/aqe/merge-reducers.ts';
import type { RunPicture, ShufflePicture } from '../session/run-picture.ts';

/** One step of adaptive execution as it is drawn: bars, what is done to them, and why. */
export interface AdaptFrame {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** Bytes: of the partitions as the driver sees them, in the last frame of the tasks. */
  readonly values: ArrayLike<number>;
  readonly bars: 'partition' | 'task';
  /** Into how many pieces a partition is cut. */
  readonly pieces?: ReadonlyMap<number, number>;
  /** Neighbors that one task reads. */
  readonly groups?: readonly (readonly [start: number, end: number])[];
  readonly line?: { readonly at: number; readonly text: string };
  readonly reasons: readonly { readonly what: string; readonly why: string }[];
}

/** What adaptive execution did to the stage behind the shuffles, one step after the other, seen from one of them. */
export function adaptFrames(picture: RunPicture, shuffle: ShufflePicture): readonly AdaptFrame[] {
  const { adaptSteps = [], shuffles } = picture;
  const own = shuffles.indexOf(shuffle);
  const steps = adaptSteps.flatMap((step) => frameOf(step, own, shuffle, picture) ?? []);
  const isSplit = adaptSteps.some(
    ({ kind }) => kind === 'split-skewed-join' || kind === 'split-streamed-side',
  );
  const looked =
    !isSplit && picture.knobs.skewJoin && shuffles.length === 2 ? [notSplit(shuffle, picture)] : [];
  return [sizesFrame(shuffle), ...looked, ...steps, tasksFrame(shuffle, picture)];
}

function sizesFrame(shuffle: ShufflePicture): AdaptFrame {
  const { seenBytes, maps } = shuffle;
  return {
    ...bars(shuffle),
    id: 'sizes',
    title: 'Sizes that the driver sees',
    why: `The shuffle is written. Each of ${plural(maps, 'map task')} has told the driver how large its part of each of the ${formatCount(seenBytes.length)} partitions is, in one byte: up to a tenth too large.`,
    reasons: [],
  };
}

function frameOf(
  step: AdaptStep,
  own: number,
  shuffle: ShufflePicture,
  picture: RunPicture,
): AdaptFrame | undefined {
  switch (step.kind) {
    case 'split-skewed-join': {
      const side = own === step.shuffles[0] ? 'left' : 'right';
      const skewed = step.skewed.filter((each) => each.side === side);
      const { thresholdBytes, targetBytes } = step.measures[side];
      return {
        ...bars(shuffle),
        id: 'split',
        title: 'Split skewed partitions',
        why:
          skewed.length > 0
            ? `${thresholdText(shuffle, picture)} Several tasks share a skewed one: each reads what some of the map tasks wrote, about ${formatBytes(targetBytes)}, and all of the other side’s partition.`
            : `${thresholdText(shuffle, picture)} On this side no partition is; those of the other side are split.`,
        pieces: new Map(skewed.map(({ reducer, pieces }) => [reducer, pieces])),
        line: { at: thresholdBytes, text: `skewed above ${formatBytes(thresholdBytes)}` },
        reasons: skewed.map(({ reducer, bytes, pieces }) => ({
          what: `partition ${reducer}, ${formatBytes(bytes)}`,
          why:
            pieces > 1
              ? `${pieces} pieces of about ${formatBytes(bytes / pieces)}`
              : 'not split: one map task wrote all of it',
        })),
      };
    }
    case 'split-streamed-side':
    case 'split-rebalance':
      if (step.shuffle !== own) return undefined;
      return {
        ...bars(shuffle),
        id: 'split',
        title: 'Split large partitions',
        why: 'Partitions far above the others are read by several tasks.',
        reasons: [],
      };
    case 'coalesce':
      return step.shuffles.includes(own) ? coalesceFrame(step, shuffle, picture) : undefined;
    case 'local-read':
      if (step.shuffle !== own) return undefined;
      return {
        ...bars(shuffle),
        id: 'local-read',
        title: 'Read where it was written',
        why: `The rows need not lie by their key any more, so ${plural(step.tasks, 'task')} read what was written on their own machine, whatever partition it was for.`,
        reasons: [],
      };
    case 'given-up':
      return {
        ...bars(shuffle),
        id: `given-up-${step.rule}`,
        title: `Given up: ${step.rule}`,
        why: 'An operator above needs the rows to lie as they do, and the change would have cost another shuffle.',
        reasons: [],
      };
  }
}

function coalesceFrame(
  step: Extract<AdaptStep, { kind: 'coalesce' }>,
  shuffle: ShufflePicture,
  { knobs }: RunPicture,
): AdaptFrame {
  const { rule, totalBytes, minPartitionNum, merged } = step;
  const target = formatBytes(rule.targetBytes);
  const together = step.shuffles.length > 1 ? ' Both sides are read together, so their sizes are added.' : '';
  const outcome =
    merged.length === 0
      ? ' No two neighbors fit under it together, so every partition keeps its task.'
      : ' Neighbors are taken together as long as they fit under it.';
  return {
    ...bars(shuffle),
    id: 'coalesce',
    title: 'Join small partitions',
    why: `A task should read max(min(all bytes / least number of tasks, advisory size), smallest partition) = max(min(${formatBytes(totalBytes)} / ${formatCount(minPartitionNum)}, ${formatBytes(knobs.advisoryBytes)}), ${formatBytes(rule.minPartitionBytes)}) = ${target}.${together}${outcome}`,
    groups: merged.map(({ startReducer, endReducer }) => [startReducer, endReducer] as const),
    line: { at: rule.targetBytes, text: `target ${target}` },
    reasons: merged.map((range) => ({
      what: rangeText(range.startReducer, range.endReducer),
      why: mergeText(range, rule),
    })),
  };
}

function notSplit(shuffle: ShufflePicture, picture: RunPicture): AdaptFrame {
  const { thresholdBytes } = shuffle.skew;
  const above = Array.from(shuffle.seenBytes).filter((bytes) => bytes > thresholdBytes).length;
  const because =
    above === 0
      ? 'None is, on this side.'
      : `${plural(above, 'partition')} would be, but could not be split: the join type forbids it, or one map task wrote all of it.`;
  return {
    ...bars(shuffle),
    id: 'not-split',
    title: 'Look for skewed partitions',
    why: `${thresholdText(shuffle, picture)} ${because}`,
    line: { at: thresholdBytes, text: `skewed above ${formatBytes(thresholdBytes)}` },
    reasons: [],
  };
}

function tasksFrame(shuffle: ShufflePicture, { stages }: RunPicture): AdaptFrame {
  const { tasks } = stages.at(-1)!;
  const partitions = shuffle.bytes.length;
  const most = tasks.readBytes.reduce((a, b) => Math.max(a, b), 0);
  const mean = tasks.readBytes.reduce((a, b) => a + b, 0) / Math.max(1, tasks.count);
  const evenness =
    mean > 0 ? ` The largest reads ${formatRatio(most / mean)} what they read on average.` : '';
  return {
    id: 'tasks',
    title: 'Tasks that run',
    why: `${plural(partitions, 'partition')} become ${plural(tasks.count, 'task')}.${evenness}`,
    values: tasks.readBytes,
    bars: 'task',
    reasons: [],
  };
}

/** The threshold with its parts. */
function thresholdText({ skew }: ShufflePicture, { knobs }: RunPicture): string {
  const { medianBytes, thresholdBytes } = skew;
  return `A partition is skewed above max(${formatBytes(knobs.skewThresholdBytes)}, ${knobs.skewFactor} x the median of ${formatBytes(medianBytes)}) = ${formatBytes(thresholdBytes)}.`;
}

function rangeText(start: number, end: number): string {
  return end - start === 1 ? `partition ${start}` : `partitions ${start} to ${end - 1}`;
}

function bars({ seenBytes }: ShufflePicture): Pick<AdaptFrame, 'values' | 'bars'> {
  return { values: seenBytes, bars: 'partition' };
}

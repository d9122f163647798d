import { formatBytes, formatCount, formatMs } from '#lib/base/format.ts';
import type { HeldBy } from '#lib/simulator/schedule/critical-path.ts';
import { OUTCOME } from '#lib/simulator/schedule/work.ts';
import type { RunPicture } from '../session/run-picture.ts';

const OUTCOMES: Readonly<Record<number, string>> = {
  [OUTCOME.done]: '',
  [OUTCOME.copyDone]: ', a copy that was faster',
  [OUTCOME.killed]: ', ended because its copy was faster',
  [OUTCOME.copyKilled]: ', a copy that was not needed',
};

export const HELD_BY: Readonly<Record<HeldBy, string>> = {
  start: 'starts at once',
  'parent stage': 'waits for the stage before',
  slot: 'waits for a free slot',
  executor: 'waits for an executor',
};

/** One attempt of a task in words. */
export function barText({ schedule, stages }: RunPicture, bar: number): string {
  const { bars } = schedule;
  const stage = stages[bars.stage[bar]!]!;
  const task = bars.task[bar]!;
  const { rows, readBytes } = stage.tasks;
  const [start, end] = [bars.startMs[bar]!, bars.endMs[bar]!];
  return `${stage.name}, task ${task} on slot ${bars.slot[bar]} of executor ${bars.executor[bar]}: ${formatMs(end - start)} from ${formatMs(start)}, ${formatCount(rows[task] ?? 0)} rows, ${formatBytes(readBytes[task] ?? 0)}${OUTCOMES[bars.outcome[bar]!] ?? ''}`;
}

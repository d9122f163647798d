import { formatBytes, plural } from '#lib/base/format.ts';
import type { PipelineRun } from './pipeline-run.ts';

/** What the figures do not say by themselves. */
export function notesOf(
  run: Omit<PipelineRun, 'totals' | 'notes' | 'criticalPath' | 'taskMemoryBytes'>,
  memoryBytes: number,
): readonly string[] {
  const { knobs, join, adapted, stages, source } = run;
  const notes: string[] = [];
  const tooLarge = stages.reduce((sum, { tasks }) => sum + tasks.tooLarge, 0);
  if (tooLarge > 0)
    notes.push(
      `${plural(tooLarge, 'task')} would need more than the ${formatBytes(memoryBytes)} that a task may have for the hash table of its join, which cannot spill: the run is likely to fail.`,
    );
  if (join?.converted)
    notes.push(
      'The other side turned out small enough for a broadcast after it had been shuffled: the sort is saved, the shuffles are not. Which side is ready first is not known before a run.',
    );
  if (join?.planned.operator === 'BroadcastHashJoin' && join.otherDataBytes > memoryBytes)
    notes.push(
      `Every executor holds the broadcast side, ${formatBytes(join.otherDataBytes)} of rows, and so does the driver.`,
    );
  const skew = adapted?.steps.find((step) => step.kind === 'split-skewed-join');
  const whole = skew?.kind === 'split-skewed-join' ? skew.skewed.filter(({ pieces }) => pieces === 1) : [];
  if (whole.length > 0)
    notes.push(
      `${plural(whole.length, 'skewed partition')} could not be split: one map task wrote all of it.`,
    );
  if (source.bytesPerTask.length === 1 && knobs.files === 1 && knobs.executors * knobs.cores > 1)
    notes.push('One task reads the whole file; all other cores wait.');
  return notes;
}

import { formatBytes, formatCount, plural } from '#lib/base/format.ts';
import type { StagePicture } from '../session/run-picture.ts';

/** Whether the tasks of a stage have enough memory, in a sentence. */
export function memorySentence({ tasks }: Pick<StagePicture, 'tasks'>, limitBytes: number): string {
  const { neededBytes, spillBytes, tooLarge, count } = tasks;
  if (neededBytes.every((bytes) => bytes === 0))
    return 'Tasks of this stage keep no rows: they neither sort nor build a table.';
  const limit = `the ${formatBytes(limitBytes)} that a task may have`;
  if (tooLarge > 0)
    return `${plural(tooLarge, 'task')} of ${formatCount(count)} would need more than ${limit}, for a table that cannot spill.`;
  const above = neededBytes.reduce((sum, bytes) => sum + Number(bytes > limitBytes), 0);
  if (above === 0) return `All ${plural(count, 'task')} need less than ${limit}: nothing spills.`;
  const spilled = spillBytes.reduce((sum, bytes) => sum + bytes, 0);
  return `${formatCount(above)} of ${plural(count, 'task')} need more than ${limit} (hatched) and spill ${formatBytes(spilled)}, compressed, to disk.`;
}

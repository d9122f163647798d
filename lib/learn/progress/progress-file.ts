import { UserError } from '#lib/base/assert.ts';
import { ShapeError, shape, table } from '#lib/share/codec/decode.ts';
import type { LearnProgress } from './learn-progress.ts';
import { recall, scenarioRun } from './read-run.ts';

/** Grows when a field changes its meaning. */
const VERSION = 1;
const FORMAT = 'shufflescope-progress';
/** Far above what all scenarios leave behind. */
export const MAX_PROGRESS_CHARS = 20_000_000;

/** Progress as a file for another browser, or for keeping. */
export function writeProgress(progress: LearnProgress): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...progress }, null, 1)}\n`;
}

/** Whether a file that begins so means to be one, whatever it is called. */
export function isProgressStart(start: string): boolean {
  return start.trimStart().startsWith('{') && start.slice(0, 200).includes(`"${FORMAT}"`);
}

/** Reads such a file. What does not fit is left out and named in `lost`; a file that is something else is refused. */
export function readProgress(content: string): {
  readonly progress: LearnProgress;
  readonly lost: readonly string[];
} {
  const hint = 'Take a file that "Export progress" has written.';
  if (content.length > MAX_PROGRESS_CHARS)
    throw new UserError('The file is too large for a progress file.', hint);
  const value = parsed(content);
  if (value?.format !== FORMAT) throw new UserError('This is no progress file of Shufflescope.', hint);
  if (typeof value.version !== 'number' || value.version > VERSION)
    throw new UserError(
      `This progress file is of version ${String(value.version)}; up to version ${VERSION} can be read.`,
      'A newer version of the page wrote it: reload to get that version.',
    );
  const lost: string[] = [];
  try {
    const decode = shape<LearnProgress>({ runs: table(scenarioRun), recalls: table(recall) });
    return { progress: decode(value, { path: '', lost }), lost };
  } catch (error) {
    if (error instanceof ShapeError)
      throw new UserError(`The progress file is damaged: ${error.message}.`, hint);
    throw error;
  }
}

function parsed(content: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

import { UserError } from '#lib/base/assert.ts';
import { plural } from '#lib/base/format.ts';
import { MAX_PROGRESS_CHARS } from '#lib/learn/progress/progress-file.ts';
import { importProgress } from '../session/progress.ts';

/** What became of a file that somebody gave, in lines to show. */
export interface ImportOutcome {
  readonly isRefused: boolean;
  readonly lines: readonly string[];
}

/** Parts that are named one by one; a file of nonsense could lose thousands. */
const MOST_NAMED = 5;

/** Takes progress over from a file, or says why not and what would work. */
export async function importFile(file: Blob): Promise<ImportOutcome> {
  try {
    // One character more than is read says that it is too long; a file of gigabytes is not held in memory for that.
    const { scenarios, lost } = importProgress(await file.slice(0, MAX_PROGRESS_CHARS * 4 + 4).text());
    const rest = lost.length - MOST_NAMED;
    return {
      isRefused: false,
      lines: [
        `${plural(scenarios, 'scenario')} taken over from the file; others are as they were.`,
        ...lost.slice(0, MOST_NAMED).map((part) => `Could not be read and was left out: ${part}`),
        ...(rest > 0 ? [`and ${plural(rest, 'further part')}`] : []),
      ],
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { isRefused: true, lines: [error.message, ...(error.hint ? [error.hint] : [])] };
  }
}

import { UserError } from '#lib/base/assert.ts';
import { readProgramFiles } from '../files/read-program.ts';
import { openProgram } from '../session/playground-session.ts';

export interface ProgramSample {
  readonly id: string;
  readonly title: string;
  /** Names under public/samples/programs/, the one that is run first. */
  readonly files: readonly [string, ...string[]];
}

export const PROGRAM_SAMPLES: readonly ProgramSample[] = [
  {
    id: 'nightly-etl',
    title: 'Nightly ETL in three files',
    files: ['etl/main.py', 'etl/sources.py', 'etl/transforms.py'],
  },
  { id: 'joins', title: 'Joins, large and small', files: ['joins.py'] },
  { id: 'windows', title: 'Windows: sessions and rankings', files: ['windows.py'] },
  { id: 'sql', title: 'SQL with views', files: ['sql.py'] },
  { id: 'streaming', title: 'A stream with a watermark', files: ['streaming.py'] },
  { id: 'habits', title: 'Habits that cost', files: ['habits.py'] },
  { id: 'notebook', title: 'A notebook', files: ['notebook.ipynb'] },
];

/** Fetches from our own server and opens it as any other program. */
export async function openProgramSample({ title, files }: ProgramSample): Promise<void> {
  const given = await Promise.all(
    files.map(async (path) => {
      const response = await fetch(`/samples/programs/${path}`).catch(() => undefined);
      if (!response?.ok) {
        throw new UserError(
          `The sample "${title}" could not be loaded.`,
          'Samples come from this app’s server: check that it still runs and that you are not offline.',
        );
      }
      return { path, blob: await response.blob() };
    }),
  );
  openProgram(await readProgramFiles(given), title);
}

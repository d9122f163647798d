import { formatMs } from '#lib/base/format.ts';
import type { ObservedJob, ObservedRun } from '#lib/simulator/replay/observed-run.ts';
import { type BackTest, type Replay, RunReplay } from '#lib/simulator/replay/replay-run.ts';
import { type RunStageRow, runTasks } from '#lib/tables/queries/run-tasks.ts';
import { UnreadableInput, UsageError } from '../errors.ts';
import { parseOptions } from '../parse-options.ts';
import { findLogs, type LoadedLog, load, onlyLog } from '../read-logs.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  cores: { type: 'string' },
  app: { type: 'string' },
} as const;

const MOST_CORES = 100_000;

interface Answer extends Replay {
  readonly cores: number;
  /** (replayed - measured) / measured, of the run as it was. */
  readonly backTestError: number;
}

export async function whatif(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const wanted = coresOf(values.cores);
  const log = await load(onlyLog(await findLogs(positionals, values.app)));
  try {
    const { run, cpus } = await observed(log);
    const replay = new RunReplay(run);
    const { backTest } = replay;
    const answers = wanted.map((cores): Answer => {
      const slots = Math.floor(cores / cpus);
      if (slots === 0) throw new UsageError(`--cores ${cores}: a task of this run takes ${cpus} cores`);
      return { cores, ...rounded(replay.over(slots)), backTestError: Number(backTest.error.toFixed(4)) };
    });
    process.stdout.write(values.json ? `${JSON.stringify(answers)}\n` : printed(backTest, cpus, answers));
  } finally {
    await log.database.close();
  }
  return 0;
}

function coresOf(text: string | undefined): readonly number[] {
  const cores = (text ?? '').split(',').map((each) => (/^\s*\d+\s*$/.test(each) ? Number(each) : Number.NaN));
  if (cores.some((each) => !(each >= 1 && each <= MOST_CORES)))
    throw new UsageError(`--cores takes numbers from 1 to ${MOST_CORES}, with commas between them`);
  return cores;
}

async function observed({ query, source }: LoadedLog): Promise<{ run: ObservedRun; cpus: number }> {
  const [window] = await query<{ app_start: number; app_end: number; slots: number }>(
    'SELECT app_start, app_end, slots FROM run_window',
  );
  const [cpus] = await query<{ value: string }>(
    "SELECT value FROM properties WHERE name = 'spark.task.cpus'",
  );
  const stages = await runTasks(query);
  if (!window || stages.length === 0 || window.slots === 0)
    throw new UnreadableInput(
      `${source.title}: an event log without tasks that ended, or without executors: there is nothing to replay`,
    );
  const run = { startMs: window.app_start, endMs: window.app_end, slots: window.slots, jobs: jobsOf(stages) };
  return { run, cpus: Number(cpus?.value ?? 1) || 1 };
}

function jobsOf(rows: readonly RunStageRow[]): readonly ObservedJob[] {
  const jobs = new Map<number, ObservedJob & { stages: ObservedJob['stages'][number][] }>();
  for (const { job_id, job_start, job_end, stage_id, parent_stage_ids, durations } of rows) {
    const job = jobs.get(job_id) ?? { id: job_id, startMs: job_start, endMs: job_end, stages: [] };
    job.stages.push({ id: stage_id, parents: parent_stage_ids, durationsMs: durations });
    jobs.set(job_id, job);
  }
  return [...jobs.values()];
}

function rounded({ predictedMs, lowMs, highMs }: Replay): Replay {
  return { predictedMs: Math.round(predictedMs), lowMs: Math.round(lowMs), highMs: Math.round(highMs) };
}

function printed(test: BackTest, cpus: number, answers: readonly Answer[]): string {
  const percent = `${(Math.abs(test.error) * 100).toFixed(1)} % ${test.error < 0 ? 'shorter' : 'longer'}`;
  return `${[
    'SIMULATED: the run’s own tasks on other cores. An estimate: tasks last as long as they did, the driver, too.',
    `Back-test on the ${test.slots * cpus} cores it had: ${formatMs(test.predictedMs)}, ${percent} than measured (${formatMs(test.measuredMs)}).`,
    ...answers.map(
      ({ cores, predictedMs, lowMs, highMs }) =>
        `${String(cores).padStart(6)} cores  ${formatMs(predictedMs)}  (${formatMs(lowMs)} to ${formatMs(highMs)})`,
    ),
    'Left out: what adaptive execution and file splits would do with other cores, contention, locality, executors that come and go.',
  ].join('\n')}\n`;
}

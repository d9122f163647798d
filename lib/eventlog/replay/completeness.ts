import { type LedgerRow, ledgerRow } from '#lib/tables/ledger-facts.ts';
import type { ApplicationState } from './application-state.ts';
import type { Executors } from './executors.ts';
import type { Scheduler } from './scheduler.ts';
import type { SqlExecutions } from './sql-executions.ts';
import type { StageState } from './stage-state.ts';

export interface ReplayedRun {
  readonly application: ApplicationState;
  readonly scheduler: Scheduler;
  readonly executors: Executors;
  readonly sql: SqlExecutions;
  readonly unknownEvents: ReadonlyMap<string, number>;
  readonly hasEnvironment: boolean;
}

/** What the events themselves tell about what is missing or doubled. */
export function completeness(run: ReplayedRun): readonly LedgerRow[] {
  return [
    ...ofApplication(run.application, run.hasEnvironment),
    ...ofTasks(run.scheduler),
    ...ofStages(run.scheduler),
    ...ofJobs(run.scheduler),
    ...ofSql(run.sql),
    ...ofExecutors(run.executors),
    ...[...run.unknownEvents].map(([name, count]) => ledgerRow('unknown-events', name, { count })),
  ];
}

function ofApplication(application: ApplicationState, hasEnvironment: boolean): readonly LedgerRow[] {
  const rows: LedgerRow[] = [];
  if (!application.completed) {
    rows.push(
      ledgerRow(
        'application-end-missing',
        'No SparkListenerApplicationEnd: the application was killed, is still running, or the log was cut.',
      ),
    );
  }
  if (application.startTime === undefined)
    rows.push(ledgerRow('application-start-missing', 'No SparkListenerApplicationStart.'));
  if (!hasEnvironment) rows.push(ledgerRow('environment-missing', 'No SparkListenerEnvironmentUpdate.'));
  if (application.sparkVersion === null) rows.push(ledgerRow('version-missing', 'No SparkListenerLogStart.'));
  return rows;
}

/**
 * A completed stage needs one success for each of its tasks. Fewer in the log means that Spark's listener queue
 * dropped events (or that lines were lost). A start without an end alone proves nothing: tasks running when a job is
 * aborted, and copies that lost against the original, have none.
 */
function ofTasks(scheduler: Scheduler): readonly LedgerRow[] {
  const rows: LedgerRow[] = [];
  let unended = 0;
  for (const stage of scheduler.sortedStages()) {
    const missing = missingSuccesses(stage, scheduler);
    if (missing > 0) {
      rows.push(
        ledgerRow(
          'task-ends-missing',
          `Stage ${stage.id}.${stage.attempt} completed, but only ${stage.completedIndices.size} of its ${stage.numTasks} tasks have a successful end in the log.`,
          {
            count: missing,
            stage_id: stage.id,
            attempt_id: stage.attempt,
          },
        ),
      );
    }
    unended += Math.max(0, stage.activeTasks - missing);
    if (stage.endsWithoutStart > 0) {
      rows.push(
        ledgerRow(
          'task-starts-missing',
          `${stage.endsWithoutStart} tasks of stage ${stage.id}.${stage.attempt} have an end but no start.`,
          {
            count: stage.endsWithoutStart,
            stage_id: stage.id,
            attempt_id: stage.attempt,
          },
        ),
      );
    }
  }
  if (unended > 0)
    rows.push(
      ledgerRow('tasks-without-end', `${unended} tasks started and have no end.`, { count: unended }),
    );
  const { duplicateTaskEnds, resubmitted } = scheduler.oddities;
  if (duplicateTaskEnds > 0)
    rows.push(
      ledgerRow('duplicate-task-ends', `${duplicateTaskEnds} task ends stand twice.`, {
        count: duplicateTaskEnds,
      }),
    );
  if (resubmitted > 0)
    rows.push(
      ledgerRow('resubmitted-tasks', `${resubmitted} finished tasks were resubmitted.`, {
        count: resubmitted,
      }),
    );
  return rows;
}

/**
 * Stages that were retried are judged together: late tasks of the first attempt count for the second. A skipped first
 * attempt found its output in an earlier job; the retry then repeats only what was lost, which is all it needs.
 */
function missingSuccesses(stage: StageState, scheduler: Scheduler): number {
  if (stage.status !== 'COMPLETE') return 0;
  const attempts = scheduler.attempts(stage.id).filter((attempt) => attempt.status !== 'SKIPPED');
  if (attempts.length === 1) return Math.max(0, stage.numTasks - stage.completedIndices.size);
  const wanted = Math.max(...attempts.map((attempt) => attempt.numTasks));
  const got = attempts.reduce((sum, attempt) => sum + attempt.completeTasks, 0);
  const isLast = attempts.every((attempt) => attempt.attempt <= stage.attempt);
  return isLast ? Math.max(0, wanted - got) : 0;
}

function ofStages(scheduler: Scheduler): readonly LedgerRow[] {
  const rows: LedgerRow[] = [];
  for (const stage of scheduler.sortedStages()) {
    const where = { stage_id: stage.id, attempt_id: stage.attempt };
    if ((stage.submittedSeen || stage.endedTasks > 0) && !stage.completedSeen) {
      rows.push(
        ledgerRow(
          'stage-ends-missing',
          `Stage ${stage.id}.${stage.attempt} was submitted and has no end.`,
          where,
        ),
      );
    }
    if (!stage.submittedSeen && (stage.completedSeen || stage.endedTasks > 0) && stage.status !== 'SKIPPED') {
      rows.push(
        ledgerRow(
          'stage-starts-missing',
          `Stage ${stage.id}.${stage.attempt} ran, but its submission is missing.`,
          where,
        ),
      );
    }
  }
  const doubled = scheduler.oddities.duplicateStageEnds;
  if (doubled > 0)
    rows.push(ledgerRow('duplicate-stage-ends', `${doubled} stage ends stand twice.`, { count: doubled }));
  return rows;
}

function ofJobs(scheduler: Scheduler): readonly LedgerRow[] {
  const rows: LedgerRow[] = [];
  for (const job of scheduler.jobs.values()) {
    if (job.live) rows.push(ledgerRow('job-ends-missing', `Job ${job.id} has no end.`, { job_id: job.id }));
    if (!job.startSeen)
      rows.push(ledgerRow('job-starts-missing', `Job ${job.id} has no start.`, { job_id: job.id }));
  }
  const doubled = scheduler.oddities.duplicateJobEnds;
  if (doubled > 0)
    rows.push(ledgerRow('duplicate-job-ends', `${doubled} job ends stand twice.`, { count: doubled }));
  return rows;
}

function ofSql(sql: SqlExecutions): readonly LedgerRow[] {
  const rows = sql.unfinished.map((id) =>
    ledgerRow('sql-ends-missing', `SQL execution ${id} has no end.`, { execution_id: id }),
  );
  for (const id of sql.withoutStart) {
    rows.push(ledgerRow('sql-starts-missing', `SQL execution ${id} has no start.`, { execution_id: id }));
  }
  if (sql.droppedUpdates > 0) {
    rows.push(
      ledgerRow('plan-updates-dropped', `${sql.droppedUpdates} middle plans were left out.`, {
        count: sql.droppedUpdates,
      }),
    );
  }
  return rows;
}

function ofExecutors(executors: Executors): readonly LedgerRow[] {
  const implied = executors.all.filter((executor) => executor.implied);
  if (implied.length === 0) return [];
  const names = implied.slice(0, 5).map((executor) => executor.id);
  return [
    ledgerRow('executors-implied', `Executors known only from their tasks: ${names.join(', ')}.`, {
      count: implied.length,
    }),
  ];
}

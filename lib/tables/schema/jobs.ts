import { bigint, defineTable, integer, integers, text, texts } from './column.ts';

export const jobs = defineTable({
  name: 'jobs',
  grain: 'one job',
  doc: 'Jobs, with task and stage counts as the History Server counts them.',
  key: ['job_id'],
  columns: {
    job_id: integer('Unique within the application.'),
    name: text('Call site of the action, e.g. "count at daily.py:31".'),
    description: text('Description set by the user (spark.job.description).'),
    submission_time: bigint('When the job started.', 'epoch ms'),
    completion_time: bigint('When it ended; NULL when the log has no end.', 'epoch ms'),
    status: text('RUNNING, SUCCEEDED or FAILED.'),
    failure_reason: text('Message of the failure.'),
    stage_ids: integers('All stages of the job, skipped ones included.'),
    job_group: text('Job group.'),
    job_tags: texts('Job tags.'),
    num_tasks: integer('Tasks of all stages that were not complete at the start.', 'tasks'),
    num_active_tasks: integer('Tasks that started and have no end in the log.', 'tasks'),
    num_completed_tasks: integer('Task attempts that succeeded.', 'tasks'),
    num_skipped_tasks: integer('Tasks of skipped stages.', 'tasks'),
    num_failed_tasks: integer('Task attempts that failed.', 'tasks'),
    num_killed_tasks: integer('Task attempts that were killed.', 'tasks'),
    num_completed_indices: integer('Different tasks that succeeded.', 'tasks'),
    num_active_stages: integer('Stages that were submitted and have no end in the log.', 'count'),
    num_completed_stages: integer('Stages that completed.', 'count'),
    num_skipped_stages: integer('Stages that were skipped, their output being there already.', 'count'),
    num_failed_stages: integer('Stage attempts that failed.', 'count'),
    sql_execution_id: bigint('SQL execution that submitted the job.'),
    call_site: text('Long call site (call stack) of the action.'),
  },
});

export const jobStages = defineTable({
  name: 'job_stages',
  grain: 'job x stage',
  doc: 'Which stages a job lists; a stage can belong to more than one job.',
  key: ['job_id', 'stage_id'],
  columns: {
    job_id: integer('Job.'),
    stage_id: integer('Stage.'),
  },
});

import { bigint, boolean, defineTable, integer, text } from './column.ts';
import { metricColumns } from './task-metrics.ts';

export const tasks = defineTable({
  name: 'tasks',
  grain: 'one task attempt',
  doc: 'Every task attempt that started or ended, with all its metrics.',
  key: ['task_id'],
  columns: {
    stage_id: integer('Stage of the task.'),
    stage_attempt_id: integer('Attempt of the stage.'),
    task_id: bigint('Unique within the application.'),
    index: integer('Index of the task within its stage.'),
    attempt: integer('Attempt of this task, from 0.'),
    partition_id: integer('Partition the task computes; -1 in logs before Spark 3.3.'),
    launch_time: bigint('When the driver launched the task.', 'epoch ms'),
    finish_time: bigint('When the driver saw it end; NULL while running.', 'epoch ms'),
    duration: bigint('Finish minus launch; NULL when 0 or not ended.', 'ms'),
    executor_id: text('Executor that ran it.'),
    host: text('Host of that executor.'),
    status: text('RUNNING, GET RESULT, SUCCESS, FAILED or KILLED.'),
    task_locality: text('PROCESS_LOCAL, NODE_LOCAL, RACK_LOCAL, ANY or NO_PREF.'),
    speculative: boolean('Whether it is a speculative copy.'),
    result_fetch_start: bigint('When the driver began to fetch a large result.', 'epoch ms'),
    getting_result_time: bigint('Time to fetch the result to the driver.', 'ms'),
    scheduler_delay: bigint(
      'Part of the duration that is neither running, (de)serializing nor fetching the result.',
      'ms',
    ),
    ...metricColumns('task'),
    end_reason: text(
      'Reason of the end as Spark names it: Success, ExceptionFailure, FetchFailed, TaskKilled, …',
    ),
    error_class: text('Class of the exception, where there was one.'),
    error_message: text('What Spark reports about the failure; cut after 4,000 characters.'),
  },
});

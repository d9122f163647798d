import { bigint, boolean, defineTable, integer, text, texts } from './column.ts';

export const application = defineTable({
  name: 'application',
  grain: 'one application attempt',
  doc: 'The application whose log this is.',
  key: ['app_id', 'attempt_id'],
  columns: {
    app_id: text('Application id.'),
    name: text('Application name.'),
    attempt_id: text('Attempt, where the cluster manager has attempts.'),
    start_time: bigint('Start of the application.', 'epoch ms'),
    end_time: bigint('End; see end_estimated.', 'epoch ms'),
    end_estimated: boolean('Whether the log has no end event and the end is the latest time seen in it.'),
    duration: bigint('End minus start.', 'ms'),
    spark_user: text('User.'),
    completed: boolean('Whether the log has the application’s end.'),
    spark_version: text('Spark version, vendor suffix included.'),
    exit_code: integer('Exit code (Spark 4).'),
    source_files: texts('Files the log was read from.'),
  },
});

export const properties = defineTable({
  name: 'properties',
  grain: 'one setting',
  doc: 'Settings of the run. Values of names that look secret are replaced, as the History Server does.',
  key: ['source', 'name', 'execution_id'],
  columns: {
    source: text('spark, system, jvm, hadoop, metrics, classpath or session.'),
    name: text('Name of the setting.'),
    value: text('Its value.'),
    execution_id: bigint(
      'For source session: the SQL execution in which it differed from the application’s setting.',
    ),
  },
});

export const streamingBatches = defineTable({
  name: 'streaming_batches',
  grain: 'one micro-batch',
  doc: 'Progress events of Structured Streaming.',
  key: ['run_id', 'batch_id'],
  columns: {
    query_id: text('Query id; survives restarts from a checkpoint.'),
    run_id: text('Id of this run of the query.'),
    name: text('Name of the query.'),
    batch_id: bigint('Micro-batch.'),
    trigger_time: bigint('When the trigger fired.', 'epoch ms'),
    batch_duration: bigint('Duration of the batch.', 'ms'),
    num_input_rows: bigint('Input rows over all sources.', 'records'),
    state_rows: bigint('Rows in state stores.', 'records'),
    state_memory_bytes: bigint('Memory used by state stores.', 'bytes'),
    durations_ms: text('Phases of the batch as JSON: phase -> ms.'),
    sources: text('Sources as JSON.'),
    sink: text('Description of the sink.'),
  },
});

export const cachedRdds = defineTable({
  name: 'cached_rdds',
  grain: 'one RDD',
  doc: 'RDDs and DataFrames marked for caching. Block sizes need spark.eventLog.logBlockUpdates.enabled.',
  key: ['rdd_id'],
  columns: {
    rdd_id: integer('RDD.'),
    name: text('Name; the plan for a cached DataFrame.'),
    num_partitions: integer('Partitions.', 'count'),
    num_cached_partitions: integer(
      'Partitions in the cache at the end of the log; NULL without block updates.',
      'count',
    ),
    storage_level: text('Storage level in words.'),
    memory_used: bigint('Memory used at the end of the log; NULL without block updates.', 'bytes'),
    disk_used: bigint('Disk used at the end of the log; NULL without block updates.', 'bytes'),
    unpersisted: boolean('Whether it was unpersisted during the run.'),
    first_stage_id: integer('First stage that computes it.'),
  },
});

export const ledger = defineTable({
  name: 'ledger',
  grain: 'one fact about the log’s completeness',
  doc: 'What is missing, damaged, doubled or estimated, and which figures that affects.',
  key: [],
  columns: {
    fact: text('Kind of fact, e.g. task-ends-missing.'),
    severity: text('error (figures are missing), warning (figures are bounds or estimates) or info.'),
    count: bigint('How many.', 'count'),
    stage_id: integer('Stage concerned.'),
    attempt_id: integer('Its attempt.'),
    job_id: integer('Job concerned.'),
    execution_id: bigint('SQL execution concerned.'),
    source_file: text('File concerned.'),
    position: bigint('Where: byte offset in the decoded file.'),
    detail: text('What was seen.'),
    affects: text('Which figures to read with care.'),
  },
});

import type { Envelope } from './envelope.ts';
import type { AnalysisState } from './kinds/analysis.ts';
import type { InsightState, SharedInsight } from './kinds/insight.ts';
import type { PlaygroundState } from './kinds/playground.ts';
import type { ScenarioState } from './kinds/scenario.ts';
import type { SimulatorState } from './kinds/simulator.ts';

/** A state of every kind, each with something in every category that can be hidden. */
const skew: SharedInsight = {
  problem: 'task-skew',
  title: 'Task skew in stage 7 (collect at /home/ann/etl.py:63)',
  why_it_matters: 'One task runs while the others wait.',
  severity: 'high',
  confidence: 'high',
  why_confidence: 'time and records both stand out among 200 tasks',
  evidence: [
    { metric: 'longest task', value: 41_000, unit: 'ms', compared_with: 'median 9 s of 200 tasks' },
    { metric: 'its host', value: 'worker-3:7337', unit: 'text', compared_with: null },
    {
      metric: 'its message',
      value: 'java.io.IOException: customer 4711 at s3a://acme/raw (spark.app.owner=ann)',
      unit: 'text',
      compared_with: null,
    },
  ],
  impact: { lower_ms: 30_000, upper_ms: 41_000 },
  share_of_run: 0.61,
  occurrences: [
    {
      where: 'stage 7 (collect at /home/ann/etl.py:63)',
      stages: ['7.0'],
      sql_executions: [3],
      impact: { lower_ms: 30_000, upper_ms: 41_000 },
    },
  ],
  options: [{ action: 'Salt the key', trade_off: 'more rows', avoid_when: 'one key has nearly all rows' }],
};

const analysis: AnalysisState = {
  kind: 'analysis',
  application: {
    name: 'nightly-orders',
    app_id: 'application_1795_0042',
    spark_user: 'ann',
    spark_version: '3.5.8',
    start_time: 1_795_247_915_800,
  },
  stats: {
    duration_ms: 761_000,
    jobs: 3,
    failed_jobs: 0,
    stages: 8,
    skipped_stages: 1,
    tasks: 412,
    failed_tasks: 2,
    executors: 2,
    slots: 4,
    sql_executions: 2,
    task_ms: 2_100_000,
    input_bytes: 2_253_000_000,
    output_bytes: 0,
    shuffle_read_bytes: 1_000_000,
    shuffle_write_bytes: 1_000_000,
    disk_bytes_spilled: 0,
  },
  trust: [
    {
      fact: 'job-ends-missing',
      severity: 'warning',
      count: 1,
      detail: 'No end of job 2 in /home/ann/logs/app.zstd.',
      affects: 'The time of job 2.',
    },
  ],
  insights: [skew, { ...skew, problem: 'spill', title: 'Spill to disk in stage 7', severity: 'low' }],
  clear: [{ problem: 'gc-pressure', checked: '8 stages' }],
  not_applicable: [{ problem: 'python-udf', reason: 'no SQL in the log' }],
};

const insight: InsightState = { kind: 'insight', run: 'nightly-orders', insight: skew };

const playground: PlaygroundState = {
  kind: 'playground',
  files: [
    {
      path: 'main.py',
      text: 'df = spark.read.parquet("s3a://acme/raw")\ndf.filter(df.name == "Ann Lee").count()  # ask bob@example.org on worker-3:7337\n',
    },
  ],
  main: 'main.py',
  settings: {
    spark: '3.5',
    cores: 4,
    conf: { 'spark.sql.shuffle.partitions': '400', 'spark.app.owner': 'ann' },
  },
  catalog: {
    's3a://acme/raw': {
      format: 'parquet',
      columns: [
        { name: 'id', type: 'bigint', nullable: false },
        { name: 'name', type: 'string' },
      ],
      bytes: 1_000,
      buckets: { columns: ['id'], count: 8 },
    },
  },
  view: 'plan',
};

const simulator: SimulatorState = {
  kind: 'simulator',
  knobs: { codec: 'zstd', keyShape: 'weights', weights: '90 6 4', shufflePartitions: 64, adaptive: false },
  keyNames: ['Ann Lee', 'Bob', 'Cleo'],
  situation: null,
  baseline: { knobs: { shufflePartitions: 64 }, keyNames: null },
};

const scenario: ScenarioState = { kind: 'scenario', id: 'skewed-join', step: 2, seed: 42 };

export const STATES = { analysis, insight, playground, simulator, scenario } as const;

/** What a link says about itself. */
export const aboutLink: Omit<Envelope, 'state'> = {
  made: '2026-11-21',
  by: '0.1.0',
  hidden: ['paths'],
  exercise: { question: 'Why is stage 7 slow?', answer: 'One key has most rows.' },
};

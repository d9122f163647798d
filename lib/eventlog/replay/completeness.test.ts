import { describe, expect, it } from 'vitest';
import { FACTS, type Fact } from '#lib/tables/ledger-facts.ts';
import { readRun } from '#lib/testing/read-run.ts';

const RUN = 'job 0\n stage 0  tasks 6\n stage 1  tasks 2';
const QUERY = 'job 0  sql 3\n stage 0  tasks 4\nplan 3 Scan';
const CLUSTER = 'executor 1\nexecutor 2\njob 0\n stage 0  tasks 4';

/** Every fact that events tell, by what brings it about; the facts of files are in unreadable-lines.test.ts. */
const DAMAGE: readonly (readonly [what: string, run: string, facts: readonly string[]])[] = [
  ['nothing is missing', RUN, []],
  ['the end of the application is missing', `${RUN}\nwithout ApplicationEnd`, ['application-end-missing 1']],
  ['its start is missing', `${RUN}\nwithout ApplicationStart`, ['application-start-missing 1']],
  ['its settings are missing', `${RUN}\nwithout EnvironmentUpdate`, ['environment-missing 1']],
  ['the version of Spark is missing', `${RUN}\nwithout LogStart`, ['version-missing 1']],
  [
    'every second end of a task is missing',
    `${RUN}\nwithout TaskEnd every 2`,
    ['task-ends-missing 1', 'task-ends-missing 3'],
  ],
  [
    'the starts of tasks are missing',
    `${RUN}\nwithout TaskStart`,
    ['task-starts-missing 2', 'task-starts-missing 6'],
  ],
  [
    'starts and ends of tasks are missing',
    `${RUN}\nwithout TaskStart\nwithout TaskEnd`,
    ['task-ends-missing 2', 'task-ends-missing 6'],
  ],
  [
    'ends of stages are missing',
    `${RUN}\nwithout StageCompleted`,
    ['stage-ends-missing 1', 'stage-ends-missing 1'],
  ],
  [
    'submissions of stages are missing',
    `${RUN}\nwithout StageSubmitted`,
    ['stage-starts-missing 1', 'stage-starts-missing 1'],
  ],
  [
    'submissions and ends of stages are missing',
    `${RUN}\nwithout StageSubmitted\nwithout StageCompleted`,
    ['stage-ends-missing 1', 'stage-ends-missing 1', 'stage-starts-missing 1', 'stage-starts-missing 1'],
  ],
  ['the end of the job is missing', `${RUN}\nwithout JobEnd`, ['job-ends-missing 1']],
  ['the start of the job is missing', `${RUN}\nwithout JobStart`, ['job-starts-missing 1']],
  ['the end of the query is missing', `${QUERY}\nwithout SQLExecutionEnd`, ['sql-ends-missing 1']],
  ['the start of the query is missing', `${QUERY}\nwithout SQLExecutionStart`, ['sql-starts-missing 1']],
  ['ends of tasks stand twice', `${RUN}\ntwice TaskEnd`, ['duplicate-task-ends 8']],
  ['ends of stages stand twice', `${RUN}\ntwice StageCompleted`, ['duplicate-stage-ends 2']],
  ['the end of the job stands twice', `${RUN}\ntwice JobEnd`, ['duplicate-job-ends 1']],
  [
    'tasks run when the log stops',
    'job 0  open\n stage 0  tasks 5  running 2  open\nwithout ApplicationEnd',
    ['application-end-missing 1', 'job-ends-missing 1', 'stage-ends-missing 1', 'tasks-without-end 2'],
  ],
  [
    'output was lost with an executor',
    'app a  slots 2\njob 0\n stage 0  tasks 4  resubmitted 2',
    ['resubmitted-tasks 2'],
  ],
  [
    'executors were never announced',
    `${CLUSTER}\nwithout ExecutorAdded\nwithout BlockManagerAdded`,
    ['executors-implied 2'],
  ],
  [
    'nobody knows an event',
    `${RUN}\nevent {"Event":"com.example.Mine"}\nevent {"Event":"com.example.Mine"}\nevent {"Event":"Other"}`,
    ['unknown-events 1', 'unknown-events 2'],
  ],
];

describe('the ledger', () => {
  it.each(DAMAGE)('when %s', async (_, run, facts) => {
    expect((await readRun(run)).facts()).toEqual(facts);
  });

  it('has a test for every fact that events tell', () => {
    const ofFiles: readonly Fact[] = [
      'unreadable-lines',
      'blank-lines',
      'last-line-cut',
      'file-truncated',
      'file-corrupt',
      'parts-missing',
      'compacted',
    ];
    const shown = DAMAGE.flatMap(([, , facts]) => facts).map((fact) => fact.split(' ')[0]);
    // More than 300,000 rows of plans would be needed.
    const missing = Object.keys(FACTS).filter(
      (fact) => !shown.includes(fact) && fact !== 'plan-updates-dropped',
    );
    expect(missing).toEqual(ofFiles);
  });

  it('says where, how bad it is and what to read with care', async () => {
    const { row } = await readRun(`${RUN}\nwithout TaskEnd every 4`);
    expect(row('ledger')).toMatchObject({
      stage_id: 0,
      attempt_id: 0,
      count: 1,
      severity: 'error',
      affects: FACTS['task-ends-missing'].affects,
    });
    const query = await readRun(`${QUERY}\nwithout SQLExecutionEnd\nwithout JobEnd`);
    expect(query.row('ledger', { fact: 'sql-ends-missing' }).execution_id).toBe(3);
    expect(query.row('ledger', { fact: 'job-ends-missing' }).job_id).toBe(0);
  });
});

describe('a stage lacks no ends of tasks', () => {
  it.each([
    ['when tasks failed and ran again', 'job 0\n stage 0  tasks 4  fails 3x2'],
    ['when copies raced', 'app a  slots 4\njob 0\n stage 0  tasks 4  speculative 2'],
    ['when it was skipped', 'job 0\n stage 0  tasks 4\njob 1\n stage 1  tasks 4  skipped\n stage 2'],
    ['when it failed', 'job 0\n stage 0  tasks 4  fails 1x4  failed "gave up"'],
    [
      'when its first attempt failed and the second ran the rest',
      'job 0\n stage 0  tasks 3\n stage 1  tasks 3  fetch-failed 1  failed "FetchFailed"\n stage 1.1  tasks 1  partitions 0',
    ],
    [
      'when late tasks of its first attempt spared the second some',
      'job 0\n stage 0  tasks 3\n stage 1  tasks 3  fetch-failed 1  failed "FetchFailed"\n stage 1.1  tasks 2  kills 1',
    ],
    [
      'when its first attempt was skipped and the second ran only what was lost',
      'job 0\n stage 0  tasks 9\njob 1\n stage 1  tasks 9  skipped\n stage 2  tasks 2  fetch-failed 1  failed "FetchFailed"\n stage 1.1  tasks 2  partitions 3 4\n stage 2.1  tasks 1',
    ],
  ])('%s', async (_, run) => {
    const { facts, rows } = await readRun(run);
    expect(rows('stages').length).toBeGreaterThan(0);
    expect(facts().filter((fact) => fact.startsWith('task-ends-missing'))).toEqual([]);
  });

  it('unless its attempts together have fewer than it was planned with, which is said once', async () => {
    const { rows } = await readRun(`
      job 0
        stage 0  tasks 4
        stage 1  tasks 5  fetch-failed 2  failed "FetchFailed"
        stage 0.1  tasks 1  partitions 3
        stage 1.1  tasks 2  partitions 0 1
      without TaskEnd`);
    const lost = rows('ledger').filter(({ fact }) => fact === 'task-ends-missing');
    expect(lost.map(({ stage_id, attempt_id, count }) => [stage_id, attempt_id, count])).toEqual([
      [0, 1, 4],
      [1, 1, 5],
    ]);
  });
});

import { formatMs, plural } from '#lib/base/format.ts';
import { answered, answersLike } from '#lib/learn/check/answer-checks.ts';
import { noLonger, stillReadable, stillReads } from '#lib/learn/check/code-checks.ts';
import {
  hasFinding,
  largest,
  lastStage,
  lastTasks,
  measured,
  operators,
  simulated,
  total,
} from '#lib/learn/engine/readings.ts';
import { knobOf, measuredOf, readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import { type Scenario, situations } from '#lib/learn/scenario/scenario.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { expansion, LAKE, sizes } from '../lake.ts';
import { OVER_ALL_ROWS, PER_USER } from './programs.ts';
import { vary } from './variant.ts';

const GIB = 2 ** 30;
/** An id, a time and the nulls. */
const ROW_BYTES = 24;
const MAIN = 'pauses.py';
/** The visits of a year, on five machines. */
const YEAR: Partial<Knobs> = {
  dataBytes: 12 * GIB,
  files: 96,
  rowBytes: 40,
  expansion: 0,
  keyShape: 'uniform',
  keys: 50_000,
  step: 'sort',
  shufflePartitions: 1,
  adaptive: false,
  executors: 5,
  cores: 4,
  memoryBytes: 8 * GIB,
};
const WINDOW = '(SELECT stage_id FROM stage_runs ORDER BY stage_id DESC LIMIT 1)';

const LONG_SHARE = 'SELECT max(duration) / sum(duration) FROM tasks';

export const windowWithoutPartition: Scenario = {
  id: 'window-without-partition',
  title: 'The window without partition',
  concepts: ['window', 'partition', 'spill'],
  minutes: 12,
  story: {
    who: 'Lea, who measures pauses between visits',
    symptom:
      'On a small copy her job is done in seconds. On the visits of a year, {rows}, it has run all night, and {slots} cores show one task.',
    goal: 'Let the job use the cores, and look whether its numbers were right at all.',
    able: [
      'see in a plan that all rows go to one task',
      'say what that task needs',
      'give a window the keys that the question has anyway',
    ],
  },
  situations: situations(
    {
      program: { files: { [MAIN]: OVER_ALL_ROWS }, main: MAIN },
      settings: { spark: '4.3', cores: 4, conf: {} },
      catalog: { 'lake/visits': { ...LAKE['lake/visits']!, ...sizes(96, 12 * GIB), rows: 400_000_000 } },
      log: 'window-without-partition-before',
      knobs: {
        ...{
          dataBytes: 88_270_364,
          files: 8,
          rowBytes: ROW_BYTES,
          expansion: expansion('lake/visits', ROW_BYTES),
        },
        ...{ keyShape: 'uniform', keys: 50_000, step: 'sort', shufflePartitions: 1, adaptive: false },
        ...{ executors: 1, cores: 4, memoryBytes: GIB },
      },
    },
    {
      solution: { files: { [MAIN]: PER_USER }, log: 'window-without-partition-after' },
      asked: { sql: LONG_SHARE },
      year: { knobs: YEAR },
      yearByUser: { knobs: { ...YEAR, shufflePartitions: 200 } },
    },
  ),
  queries: {
    tasks: `SELECT tasks_ok FROM stage_runs WHERE stage_id = ${WINDOW}`,
    mostRows: 'SELECT max(shuffle_read_records) FROM tasks',
    longShare: LONG_SHARE,
    spill: 'SELECT sum(disk_bytes_spilled)::BIGINT FROM tasks',
  },
  figures: {
    rows: totalOf('year', 'rows', 'records'),
    slots: readOf(
      'year',
      'count',
      (state) => simulated(state).knobs.executors * simulated(state).knobs.cores,
    ),
    shuffled: totalOf('year', 'shuffleBytes', 'bytes'),
    needed: totalOf('year', 'largestNeed', 'bytes'),
    memory: totalOf('year', 'taskMemory', 'bytes'),
    executorMemory: knobOf('year', 'memoryBytes', 'bytes'),
    spilled: totalOf('year', 'spill', 'bytes'),
    time: totalOf('year', 'makespan', 'ms'),
    timeByUser: totalOf('yearByUser', 'makespan', 'ms'),
    rowShare: readOf(
      'year',
      'records',
      (state) => total('rows')(state) / simulated(state).knobs.executors / simulated(state).knobs.cores,
    ),
    taskRows: readOf('year', 'records', (state) => largest(lastStage(state).tasks.rows)),
    predictedTasks: readOf('start', 'tasks', (state) => lastTasks(state)),
    measuredTasks: measuredOf('start', 'tasks', 'tasks'),
    measuredTasksAfter: measuredOf('solution', 'tasks', 'tasks'),
    predictedTasksAfter: readOf('solution', 'tasks', (state) => lastTasks(state)),
    simulatedRows: readOf('start', 'records', (state) => largest(lastStage(state).tasks.rows)),
    measuredRows: measuredOf('start', 'mostRows', 'records'),
    measuredRowsAfter: measuredOf('solution', 'mostRows', 'records'),
    longShare: measuredOf('start', 'longShare', 'share'),
    measuredSpill: measuredOf('start', 'spill', 'bytes'),
    measuredSpillAfter: measuredOf('solution', 'spill', 'bytes'),
  },
  steps: [
    {
      kind: 'observe',
      id: 'find-the-stage',
      title: 'One task',
      prose: 'A small copy ran with real Spark, as found. Even there one stage is different from the others.',
      shows: { tool: 'analyzer', situation: 'start', view: 'stages' },
      task: 'Point at the stage in which one task has all the rows.',
      points: 'stage',
      among: (state) =>
        measured(state).stages.map(({ stage, num_tasks, stage_ms }) => ({
          id: stage,
          label: `Stage ${stage}: ${plural(num_tasks, 'task')}, ${formatMs(stage_ms)}`,
        })),
      meant: (state) => [measured(state).stages.at(-1)!.stage],
      nudge:
        'The first stage only looks at a file for its columns. Look for the one that comes after the shuffle.',
    },
    {
      kind: 'predict',
      id: 'rows-of-the-task',
      title: 'How much does it read?',
      prose:
        'The window is ordered by user and time, and has no `partitionBy`. There are {rows} in a year, and {slots} cores.',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      question: {
        kind: 'slider',
        ask: 'How many rows does the largest task of the window read?',
        needs: ['rows', 'slots'],
        truth: 'taskRows',
        unit: 'records',
        ...{ min: 1000, max: 10_000_000_000, scale: 'log', right: 1.1, close: 2 },
        beliefs: [
          {
            answer: 'rowShare',
            say: 'That is a share for each core. A row’s neighbor may be in any other part, so without keys all rows have to be in one place.',
          },
        ],
      },
      reveal: 'All of them: {taskRows}. The other cores wait.',
    },
    {
      kind: 'predict',
      id: 'memory-of-the-task',
      title: 'And what does it need?',
      prose:
        'The task sorts its rows first. It may have {memory} of memory; an executor has {executorMemory}.',
      shows: { tool: 'simulator', situation: 'year', view: 'memory' },
      question: {
        kind: 'pick',
        ask: 'What happens to {shuffled} of shuffled rows in that sort?',
        needs: ['shuffled', 'memory', 'executorMemory'],
        options: [
          {
            id: 'spills',
            label: 'It sorts in pieces and spills them to disk',
            isSo: ({ spilled }) => Number(spilled) > 0,
            say: 'A sort can always go to disk: each time memory is full, a sorted piece is written.',
          },
          {
            id: 'fits',
            label: 'It fits: shuffled rows are compressed',
            isSo: ({ needed, memory }) => Number(needed) <= Number(memory),
            say: 'For the sort they are unpacked again, each with a pointer beside it.',
          },
          {
            id: 'fails',
            label: 'The task fails for lack of memory',
            isSo: ({ spilled, needed, memory }) => Number(spilled) === 0 && Number(needed) > Number(memory),
            say: 'A hash table of a join cannot spill. A sort can.',
          },
        ],
      },
      reveal:
        'It would need {needed} and may have {memory}: {spilled} go to disk and come back. Simulated, the run takes {time}.',
    },
    {
      kind: 'act',
      id: 'ask-the-log',
      title: 'Ask the log',
      prose:
        'Even in the small copy the one task stands out. The table `tasks` has a row for each task, with its `duration`.',
      shows: { tool: 'analyzer', situation: 'start', view: 'sql' },
      task: 'Write a query that gives the share of the longest task in the time of all tasks.',
      levers: [{ kind: 'sql' }],
      checks: [answersLike('longShare', 'The query gives that share, plain or in percent.', 0.01)],
      keeps: [],
      slips: [
        {
          id: 'a-time',
          patch: { sql: 'SELECT max(duration) FROM tasks' },
          when: ({ now }) => (answered(now) ?? 0) > 100,
          say: 'That is a time. Divide it by the time of all tasks together.',
        },
      ],
      hints: [
        'Look at the columns of the table `tasks`.',
        'A share is one number over another: the largest duration over the sum of all.',
        'Select `max(duration) / sum(duration)`.',
      ],
      worked: {
        patch: { sql: 'SELECT max(duration), sum(duration) FROM tasks' },
        say: 'These are the two numbers. What is asked for is one over the other.',
      },
      solution: 'asked',
      otherWays: [
        {
          says: 'From the stages.',
          patch: { sql: 'SELECT 100.0 * max(max_ms) / sum(task_ms) AS percent FROM stage_runs' },
        },
      ],
    },
    {
      kind: 'act',
      id: 'give-it-keys',
      title: 'Give the window its keys',
      prose:
        'The one task has {longShare} of the task time. Now look at what the window compares: the first visit of a user is held against the last visit of the user before. Is that a pause?',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      task: 'Change the program so that pauses are those of one user, and the window is worked on by several tasks.',
      levers: [{ kind: 'code' }],
      checks: [
        noLonger('window-without-partition', 'No window goes over all rows.'),
        { id: 'tasks', says: 'Several tasks work on it.', holds: ({ now }) => lastTasks(now) > 1 },
      ],
      keeps: [
        stillReads('Pauses are still made of the times of users.', ['lake/visits ts', 'lake/visits user_id']),
        stillReadable(),
        { id: 'window', says: 'There is a window.', holds: ({ now }) => operators(now, /^Window$/) > 0 },
      ],
      slips: [
        {
          id: 'repartition',
          patch: {
            files: { [MAIN]: OVER_ALL_ROWS.replace('pauses = visits.', 'pauses = visits.repartition(200).') },
          },
          when: ({ now, start }) =>
            hasFinding(now, 'window-without-partition') && operators(now, /.*/) !== operators(start, /.*/),
          say: 'The rows are spread, and then the window gathers all of them again.',
        },
      ],
      hints: [
        'Look at the line that makes the window, and at the exchange in the graph that it asks for.',
        'A window works on the rows of a key. Without one there is a single group: all rows.',
        'Move `"user_id"` from `orderBy` to `Window.partitionBy("user_id")`.',
      ],
      worked: {
        patch: {
          files: {
            [MAIN]: OVER_ALL_ROWS.replace(
              'Window.orderBy("user_id", "ts")',
              'Window.partitionBy("user_id").orderBy("user_id", "ts")',
            ),
          },
        },
        say: 'The window has a key now. Within the rows of one user, what is `user_id` still doing in the order?',
      },
      solution: 'solution',
      otherWays: [
        {
          says: 'By user and day, where pauses over midnight do not count.',
          patch: {
            files: { [MAIN]: PER_USER.replace('partitionBy("user_id")', 'partitionBy("user_id", "day")') },
          },
        },
      ],
    },
    {
      kind: 'verify',
      id: 'compare',
      title: 'Does the real run agree?',
      prose:
        'Both programs ran on the small copy with real Spark. For the year the simulator says {time} before and {timeByUser} with keys.',
      shows: { tool: 'analyzer', situation: 'solution', view: 'stages' },
      of: ['rows-of-the-task', 'memory-of-the-task'],
      compare: [
        { label: 'Tasks of the window, measured', before: 'measuredTasks', after: 'measuredTasksAfter' },
        { label: 'Rows of the largest, measured', before: 'measuredRows', after: 'measuredRowsAfter' },
        { label: 'Spilled to disk, measured', before: 'measuredSpill', after: 'measuredSpillAfter' },
      ],
      agree: [
        {
          what: 'Tasks of the window',
          predicted: 'predictedTasks',
          measured: 'measuredTasks',
          within: 1,
          why: 'Without keys Spark asks for a single partition, whatever the settings are.',
        },
        {
          what: 'Rows of that task',
          simulated: 'simulatedRows',
          measured: 'measuredRows',
          within: 1.01,
          why: 'One partition has all the rows.',
        },
        {
          what: 'Tasks with keys',
          predicted: 'predictedTasksAfter',
          measured: 'measuredTasksAfter',
          within: 1.5,
          differs: true,
          why: 'The prediction is for the visits of a year. The copy is small, so adaptive execution joined its partitions.',
        },
      ],
    },
    {
      kind: 'reflect',
      id: 'why',
      title: 'In your own words',
      prose: 'Lea has two things to report: the time, and the numbers.',
      ask: 'Why did the window need one task, and what was wrong with its result?',
      model:
        'A window without keys has one group, and a group is worked on in one task: all rows are moved there and sorted. The result was wrong as well: the first visit of each user was compared with the last one of another user.',
      tradeOffs: [
        {
          action: 'Give the window the keys of the question.',
          trade_off: 'The first row of each group has no row before it.',
          avoid_when: 'The question really is about all rows.',
        },
        {
          action: 'For an id only: `monotonically_increasing_id`.',
          trade_off: 'Numbers have gaps.',
          avoid_when: 'Numbers must follow each other.',
        },
        {
          action: 'Aggregate first, and number the few rows that are left.',
          trade_off: 'Only where fewer rows answer the question.',
          avoid_when: 'Each row is needed.',
        },
      ],
      wrongWhen:
        'A rank over all rows of a small result is fine without keys. And a key with most of the rows, such as an unknown user, makes one long task again: windows are not split.',
    },
    {
      kind: 'transfer',
      id: 'another-window',
      title: 'Another window',
      prose: 'Another program with a window in it.',
      vary,
    },
    {
      kind: 'recall',
      id: 'again',
      title: 'Windows and tasks',
      prose: 'A question about it comes back in a few days.',
      question: {
        kind: 'pick',
        ask: 'A window has an `orderBy` and no `partitionBy`. Into how many partitions does Spark move the rows?',
        needs: [],
        options: [
          {
            id: 'one',
            label: 'One',
            isSo: ({ measuredTasks }) => measuredTasks === 1,
            say: 'There is one group, whatever the settings say.',
          },
          {
            id: 'setting',
            label: 'As many as `spark.sql.shuffle.partitions`',
            isSo: ({ measuredTasks }) => Number(measuredTasks) > 100,
            say: 'That is for shuffles by keys.',
          },
          {
            id: 'cores',
            label: 'As many as there are cores',
            isSo: ({ measuredTasks }) => Number(measuredTasks) > 1 && Number(measuredTasks) <= 100,
            say: 'Then a row’s neighbor could be in another task.',
          },
        ],
      },
      reveal: 'Lea’s run had {measuredTasks} for {measuredRows}.',
    },
  ],
};

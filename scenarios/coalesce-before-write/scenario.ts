import { formatMs, plural } from '#lib/base/format.ts';
import { atMost, downTo } from '#lib/learn/check/number-checks.ts';
import { sameCluster, sameData } from '#lib/learn/check/simulation-checks.ts';
import { lastTasks, measured, simulated, stagesOf, total } from '#lib/learn/engine/readings.ts';
import { knobOf, measuredOf, readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import { type Scenario, situations } from '#lib/learn/scenario/scenario.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { expansion, LAKE } from '../lake.ts';
import { COALESCED, FOUR_FILES, REPARTITIONED } from './programs.ts';
import { vary } from './variant.ts';

const GIB = 2 ** 30;
const MAIN = 'partner_export.py';
/** An id, a date, a text of 128 characters and the nulls. */
const ROW_BYTES = 160;
/** The export at its real size. */
const EXPORT: Partial<Knobs> = {
  dataBytes: 6 * GIB,
  files: 48,
  rowBytes: 104,
  expansion: 0,
  step: 'none',
  coalesceTo: 1,
  executors: 4,
  cores: 4,
  memoryBytes: 8 * GIB,
  keyShape: 'uniform',
};

export const coalesceBeforeWrite: Scenario = {
  id: 'coalesce-before-write',
  title: 'Repartition or coalesce before the write',
  concepts: ['partition', 'small-files', 'shuffle'],
  minutes: 9,
  story: {
    who: 'Ben, who exports data for a partner',
    symptom:
      'The partner asked for few files, so the export ends with `coalesce(1)`. It reads {bytes}, has {slots} cores, and takes {time} in the simulator.',
    goal: 'Give the partner few files without leaving the work to one core.',
    able: [
      'say which tasks a `coalesce` takes away',
      'say what a `repartition` costs in its place',
      'choose between the two by what comes before the write',
    ],
  },
  situations: situations(
    {
      program: { files: { [MAIN]: COALESCED }, main: MAIN },
      settings: { spark: '4.3', cores: 4, conf: {} },
      catalog: LAKE,
      log: 'coalesce-before-write-before',
      knobs: {
        ...{
          dataBytes: 88_270_364,
          files: 8,
          rowBytes: ROW_BYTES,
          expansion: expansion('lake/visits', ROW_BYTES),
        },
        ...{ step: 'none', coalesceTo: 1, keyShape: 'uniform', executors: 1, cores: 4, memoryBytes: GIB },
      },
    },
    {
      repartitioned: {
        files: { [MAIN]: REPARTITIONED },
        log: 'coalesce-before-write-repartitioned',
        knobs: { step: 'repartition', shufflePartitions: 1, coalesceTo: 0 },
      },
      after: {
        files: { [MAIN]: FOUR_FILES },
        log: 'coalesce-before-write-after',
        knobs: { coalesceTo: 4 },
      },
      export: { knobs: EXPORT },
      shuffled: { knobs: { ...EXPORT, coalesceTo: 0, step: 'repartition', shufflePartitions: 1 } },
      solution: { knobs: { ...EXPORT, coalesceTo: 16 } },
    },
  ),
  queries: {
    scanTasks: 'SELECT max(tasks_ok) FROM stage_runs WHERE records > 0',
    shuffled: 'SELECT sum(shuffle_write_bytes)::BIGINT FROM tasks',
    longestMs: 'SELECT max(executor_cpu_time) / 1e6 FROM tasks',
  },
  figures: {
    bytes: knobOf('export', 'dataBytes', 'bytes'),
    slots: readOf(
      'export',
      'count',
      (state) => simulated(state).knobs.executors * simulated(state).knobs.cores,
    ),
    time: totalOf('export', 'makespan', 'ms'),
    tasks: totalOf('export', 'tasks', 'tasks'),
    readTasks: totalOf('export', 'scanTasks', 'tasks'),
    timeShuffled: totalOf('shuffled', 'makespan', 'ms'),
    shuffledBytes: totalOf('shuffled', 'shuffleBytes', 'bytes'),
    longestShuffled: totalOf('shuffled', 'longestTask', 'ms'),
    timeAfter: totalOf('solution', 'makespan', 'ms'),
    predictedTasks: readOf('start', 'tasks', (state) => lastTasks(state)),
    simulatedTasks: totalOf('start', 'tasks', 'tasks'),
    measuredTasks: measuredOf('start', 'scanTasks', 'tasks'),
    measuredTasksAfter: measuredOf('after', 'scanTasks', 'tasks'),
    predictedScan: readOf('repartitioned', 'tasks', (state) => stagesOf(state)[0]?.partitions ?? 0),
    measuredScan: measuredOf('repartitioned', 'scanTasks', 'tasks'),
    simulatedScan: totalOf('repartitioned', 'scanTasks', 'tasks'),
    longestMs: measuredOf('start', 'longestMs', 'ms'),
    longestMsAfter: measuredOf('after', 'longestMs', 'ms'),
    measuredShuffled: measuredOf('repartitioned', 'shuffled', 'bytes'),
  },
  steps: [
    {
      kind: 'observe',
      id: 'find-the-stage',
      title: 'Where are the other tasks?',
      prose: 'A small copy of the export ran with real Spark on four cores. Its input has eight files.',
      shows: { tool: 'analyzer', situation: 'start', view: 'timeline' },
      task: 'Point at the stage that reads, hashes and writes all rows.',
      points: 'stage',
      among: (state) =>
        measured(state).stages.map(({ stage, num_tasks, stage_ms }) => ({
          id: stage,
          label: `Stage ${stage}: ${plural(num_tasks, 'task')}, ${formatMs(stage_ms)}`,
        })),
      meant: (state) => [measured(state).stages.at(-1)!.stage],
      nudge: 'The first stage only looks at a file for its columns.',
    },
    {
      kind: 'predict',
      id: 'tasks-of-coalesce',
      title: 'Who reads?',
      prose: 'Without `coalesce(1)` the export would read its files with {readTasks}.',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      question: {
        kind: 'slider',
        ask: 'With `coalesce(1)` before the write: how many tasks does the whole export have?',
        needs: ['readTasks'],
        truth: 'tasks',
        unit: 'tasks',
        ...{ min: 1, max: 1000, scale: 'log', right: 1.1, close: 1.9 },
        beliefs: [
          {
            answer: 'readTasks',
            say: 'A `coalesce` moves nothing, so there is no stage before it: its task reads all the files itself.',
          },
        ],
      },
      reveal: '{tasks}: it reads, hashes and writes everything, one file after the other.',
    },
    {
      kind: 'predict',
      id: 'repartition',
      title: 'Would repartition be better?',
      prose:
        'A colleague writes `repartition(1)`. Then {readTasks} read, and {shuffledBytes} go through a shuffle to one task that writes.',
      shows: { tool: 'simulator', situation: 'export', view: 'timeline' },
      question: {
        kind: 'pick',
        ask: 'The work before the write is light here. What does the simulator say of the time?',
        needs: ['readTasks', 'shuffledBytes'],
        options: [
          {
            id: 'longer',
            label: 'About as long, or longer',
            isSo: ({ time, timeShuffled }) => Number(timeShuffled) >= 0.9 * Number(time),
            say: 'Reading is shared now, but one task still fetches and writes all of it, and the shuffle comes on top.',
          },
          {
            id: 'shorter',
            label: 'Clearly shorter',
            isSo: ({ time, timeShuffled }) =>
              Number(timeShuffled) < 0.9 * Number(time) && Number(timeShuffled) > 0.2 * Number(time),
            say: 'It would be, if the work before the write were most of it. Here the write is.',
          },
          {
            id: 'fraction',
            label: 'A fraction: all cores work',
            isSo: ({ time, timeShuffled }) => Number(timeShuffled) <= 0.2 * Number(time),
            say: 'They work until the shuffle. Behind it there is one task again.',
          },
        ],
      },
      reveal:
        '{time} with `coalesce(1)`, {timeShuffled} with `repartition(1)`, of which {longestShuffled} are the one task that writes.',
    },
    {
      kind: 'act',
      id: 'few-files',
      title: 'Few files, all cores',
      prose: 'The partner says that up to sixteen files are fine. What takes long is that one task writes.',
      shows: { tool: 'simulator', situation: 'export', view: 'timeline' },
      task: 'Write at most sixteen files in a quarter of the time.',
      levers: [
        { kind: 'knobs', ids: ['coalesceTo', 'step', 'shufflePartitions', 'maxRecordsPerFile', 'adaptive'] },
      ],
      checks: [
        downTo('time', 'The run takes a quarter of the time or less.', total('makespan'), 0.25),
        downTo(
          'longest',
          'No task takes more than a quarter of what the one took.',
          total('longestTask'),
          0.25,
        ),
      ],
      keeps: [
        atMost('files', 'There are at most sixteen files.', total('files'), 16),
        sameData(),
        sameCluster(),
      ],
      slips: [
        {
          id: 'all-files',
          patch: { knobs: { coalesceTo: 0 } },
          when: ({ now }) => total('files')(now) > 16,
          say: 'All cores work, but each task leaves a file of its own.',
        },
        {
          id: 'repartition-one',
          patch: { knobs: { coalesceTo: 0, step: 'repartition', shufflePartitions: 1 } },
          when: ({ now }) => simulated(now).knobs.step === 'repartition' && total('files')(now) === 1,
          say: 'The reading is shared, and behind the shuffle one task writes everything.',
        },
      ],
      hints: [
        'Look at the slots: how many of them are busy while files are written?',
        'A `coalesce` to as many tasks as there are cores keeps all cores busy and needs no shuffle.',
        'Set `coalesce(n)` to a number of files that the partner takes and the cores can share.',
      ],
      worked: {
        patch: { knobs: { coalesceTo: 4 } },
        say: 'Four tasks write now, each a quarter of the files. See how many cores still wait.',
      },
      solution: 'solution',
      otherWays: [
        {
          says: 'Repartition to eight: a shuffle, and all cores read.',
          patch: { knobs: { coalesceTo: 0, step: 'repartition', shufflePartitions: 8 } },
        },
        { says: 'Coalesce to twelve.', patch: { knobs: { coalesceTo: 12 } } },
      ],
    },
    {
      kind: 'verify',
      id: 'compare',
      title: 'Does the real run agree?',
      prose:
        'The small copy ran three times with real Spark: `coalesce(1)`, `repartition(1)`, which sent {measuredShuffled} through a shuffle, and `coalesce(4)`.',
      shows: { tool: 'analyzer', situation: 'after', view: 'timeline' },
      of: ['tasks-of-coalesce', 'repartition'],
      compare: [
        { label: 'Tasks that read, measured', before: 'measuredTasks', after: 'measuredTasksAfter' },
        { label: 'CPU time of the longest task, measured', before: 'longestMs', after: 'longestMsAfter' },
        { label: 'Whole run, simulated at full size', before: 'time', after: 'timeAfter' },
      ],
      agree: [
        {
          what: 'Tasks with one partition',
          predicted: 'predictedTasks',
          simulated: 'simulatedTasks',
          measured: 'measuredTasks',
          within: 1,
          why: 'The number is in the program, and there is no shuffle before it.',
        },
        {
          what: 'Tasks that read before repartition',
          predicted: 'predictedScan',
          simulated: 'simulatedScan',
          measured: 'measuredScan',
          within: 1,
          why: 'All three cut and pack the files by the same rule.',
        },
      ],
    },
    {
      kind: 'reflect',
      id: 'why',
      title: 'In your own words',
      prose: 'Ben answers the colleague.',
      ask: 'When would you take `coalesce`, when `repartition`, and to which number?',
      model:
        '`coalesce(n)` takes tasks from the whole stage before it, and costs no shuffle: good when n is about the number of cores. `repartition(n)` keeps the tasks before it, and pays a shuffle: good when much work comes first and little is left. One file means one writer, either way.',
      tradeOffs: [
        {
          action: '`coalesce` to about the number of cores.',
          trade_off: 'As many files.',
          avoid_when: 'Heavy work in the same stage needs more tasks than that.',
        },
        {
          action: '`repartition(n)`.',
          trade_off: 'All rows go through a shuffle.',
          avoid_when: 'The result is large and the work before it light.',
        },
        {
          action: 'Write as it comes, and join the files later.',
          trade_off: 'A second step to look after.',
          avoid_when: 'Readers take folders anyway.',
        },
      ],
      wrongWhen:
        'Behind an aggregate that leaves few rows `coalesce(1)` is fine. With a heavy function before the write `coalesce` to few tasks is the wrong one: there the shuffle is worth its price.',
    },
    {
      kind: 'transfer',
      id: 'another-export',
      title: 'Another export',
      prose: 'Another job that ends with few files.',
      vary,
    },
    {
      kind: 'recall',
      id: 'again',
      title: 'What coalesce takes away',
      prose: 'A question about it comes back in a few days.',
      question: {
        kind: 'pick',
        ask: 'A program reads many files, computes a column, and ends with `coalesce(1)` and a write. How many tasks compute the column?',
        needs: [],
        options: [
          {
            id: 'one',
            label: 'One',
            isSo: ({ measuredTasks }) => measuredTasks === 1,
            say: 'There is no shuffle, so it is all one stage with one task.',
          },
          {
            id: 'files',
            label: 'As many as the files need',
            isSo: ({ measuredTasks, measuredScan }) =>
              measuredTasks === measuredScan && Number(measuredTasks) > 1,
            say: 'So it would be with `repartition(1)`.',
          },
          {
            id: 'cores',
            label: 'As many as there are cores',
            isSo: () => false,
            say: 'Tasks follow partitions, and there is one.',
          },
        ],
      },
      reveal:
        'Ben’s run had {measuredTasks} for everything; with `repartition(1)` it was {measuredScan} before the shuffle.',
    },
  ],
};

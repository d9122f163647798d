import { noLonger, sameResult, stillReadable } from '#lib/learn/check/code-checks.ts';
import { hasFinding, lastTasks, measured, shuffles, simulated } from '#lib/learn/engine/readings.ts';
import { stageTargets } from '#lib/learn/engine/targets.ts';
import { knobOf, measuredOf, readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import { type Scenario, situations } from '#lib/learn/scenario/scenario.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { expansion, LAKE, sizes } from '../lake.ts';
import { GATHERED, SCATTERED } from './programs.ts';
import { vary } from './variant.ts';

const GIB = 2 ** 30;
/** Two numbers, a date and the nulls. */
const ROW_BYTES = 32;
const MAIN = 'sensor_archive.py';
const READ_ONLY: Partial<Knobs> = { step: 'none', write: false, partitionBy: 'nothing', keyShape: 'uniform' };
/** The archive at its real size. */
const ARCHIVE: Partial<Knobs> = {
  dataBytes: 8 * GIB,
  files: 64,
  rowBytes: 104,
  expansion: 0,
  memoryBytes: 8 * GIB,
  step: 'repartition',
  shufflePartitions: 110,
  partitionBy: 'another column',
  partitionValues: 365,
  executors: 5,
  cores: 4,
};

export const tinyFiles: Scenario = {
  id: 'tiny-files',
  title: '40,000 tiny files',
  concepts: ['small-files', 'partition', 'shuffle'],
  minutes: 9,
  story: {
    who: 'Priya, who archives sensor readings by day',
    symptom:
      'Her yearly archive of {archiveBytes} became {archiveFiles}, {fileBytes} each. Every job that reads it now begins with a long wait.',
    goal: 'Write the same directories with a few files each.',
    able: [
      'work out how many files a partitioned write leaves',
      'say what small files cost those who read them',
      'bring rows of one directory together before they are written',
    ],
  },
  situations: situations(
    {
      program: { files: { [MAIN]: SCATTERED }, main: MAIN },
      settings: { spark: '4.3', cores: 4, conf: {} },
      // The program is read as it runs at night; the log is of a small copy.
      catalog: { 'lake/readings': { ...LAKE['lake/readings']!, ...sizes(64, 8 * GIB) } },
      log: 'tiny-files-before',
      knobs: {
        ...{
          dataBytes: 2_563_924,
          files: 8,
          rowBytes: ROW_BYTES,
          expansion: expansion('lake/readings', ROW_BYTES),
        },
        ...{ step: 'repartition', shufflePartitions: 64, partitionBy: 'another column', partitionValues: 60 },
        ...{ executors: 1, cores: 4, memoryBytes: GIB },
      },
    },
    {
      solution: { files: { [MAIN]: GATHERED }, log: 'tiny-files-after' },
      archive: { knobs: ARCHIVE },
      reading: { knobs: { ...ARCHIVE, ...READ_ONLY, files: 40_150 } },
      readingFew: { knobs: { ...ARCHIVE, ...READ_ONLY, files: 365 } },
    },
  ),
  queries: {
    files: "SELECT max(total) FROM plan_metrics WHERE name = 'number of written files'",
    tasks: 'SELECT tasks_ok FROM stage_runs ORDER BY stage_id DESC LIMIT 1',
    writeMs: 'SELECT stage_ms FROM stage_runs ORDER BY stage_id DESC LIMIT 1',
  },
  figures: {
    archiveBytes: knobOf('archive', 'dataBytes', 'bytes'),
    archiveFiles: totalOf('archive', 'files', 'files'),
    fileBytes: totalOf('archive', 'fileBytes', 'bytes'),
    tasks: totalOf('archive', 'reduceTasks', 'tasks'),
    days: knobOf('archive', 'partitionValues', 'count'),
    readFiles: knobOf('reading', 'files', 'files'),
    readTasks: totalOf('reading', 'scanTasks', 'tasks'),
    openCost: knobOf('reading', 'openCostBytes', 'bytes'),
    largestRead: knobOf('reading', 'maxPartitionBytes', 'bytes'),
    byBytes: readOf('reading', 'tasks', (state) => {
      const { dataBytes, maxPartitionBytes } = simulated(state).knobs;
      return Math.ceil(dataBytes / maxPartitionBytes);
    }),
    readTime: totalOf('reading', 'makespan', 'ms'),
    readTimeFew: totalOf('readingFew', 'makespan', 'ms'),
    simulatedFiles: totalOf('start', 'files', 'files'),
    measuredFiles: measuredOf('start', 'files', 'files'),
    measuredFilesAfter: measuredOf('solution', 'files', 'files'),
    predictedTasks: readOf('start', 'tasks', (state) => lastTasks(state)),
    measuredTasks: measuredOf('start', 'tasks', 'tasks'),
    measuredTasksAfter: measuredOf('solution', 'tasks', 'tasks'),
    writeMs: measuredOf('start', 'writeMs', 'ms'),
    writeMsAfter: measuredOf('solution', 'writeMs', 'ms'),
  },
  steps: [
    {
      kind: 'observe',
      id: 'find-the-write',
      title: 'Who writes them?',
      prose:
        'A small copy of the archive was written with real Spark. It left {measuredFiles}; its last stage took {writeMs}.',
      shows: { tool: 'analyzer', situation: 'start', view: 'timeline' },
      task: 'Point at the stage whose tasks write the files.',
      points: 'stage',
      among: stageTargets,
      meant: (state) => [measured(state).stages.at(-1)!.stage],
      nudge: 'Files are written where the rows end up: after the last shuffle.',
    },
    {
      kind: 'predict',
      id: 'files',
      title: 'How many files?',
      prose:
        'The program deals the rows out to {tasks} with `repartition`, in turn, and writes with `partitionBy("day")`. There are {days} days in the archive, all over the input.',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      question: {
        kind: 'slider',
        ask: 'How many files does the write leave?',
        needs: ['tasks', 'days'],
        truth: 'archiveFiles',
        unit: 'files',
        ...{ min: 1, max: 10_000_000, scale: 'log', right: 1.2, close: 2 },
        beliefs: [
          {
            answer: 'tasks',
            say: 'One for each task: that holds without `partitionBy`. With it a task opens a file in each directory.',
          },
          { answer: 'days', say: 'One for each day: that holds when all rows of a day are in one task.' },
        ],
      },
      reveal:
        'Each of {tasks} meets every one of the {days} days and opens a file of its own for it: {archiveFiles}.',
    },
    {
      kind: 'predict',
      id: 'reading',
      title: 'And who reads them?',
      prose:
        'Spark packs small files together into one read task, up to {largestRead}. Each file counts with its size plus {openCost}, because opening it costs time, too.',
      shows: { tool: 'simulator', situation: 'reading', view: 'timeline' },
      question: {
        kind: 'slider',
        ask: 'How many tasks does a job need to read {readFiles} of {fileBytes} each?',
        needs: ['readFiles', 'fileBytes', 'largestRead', 'openCost'],
        truth: 'readTasks',
        unit: 'tasks',
        ...{ min: 1, max: 100_000, scale: 'log', right: 1.25, close: 2 },
        beliefs: [
          {
            answer: 'readFiles',
            say: 'That was so before Spark packed files: a task for each. Now it packs them.',
          },
          {
            answer: 'byBytes',
            say: 'That is the bytes over the largest read. The cost of opening counts as well, and here it is most of it.',
          },
        ],
      },
      reveal:
        '{readTasks}, although the bytes alone would fit {byBytes}. Simulated, the read takes {readTime}; the same bytes in one file a day {readTimeFew}.',
    },
    {
      kind: 'act',
      id: 'gather',
      title: 'Bring each day together',
      prose:
        'The graph shows the shuffle before the write. It deals rows out in turn, so every task gets some of each day.',
      shows: { tool: 'playground', situation: 'start', view: 'physical' },
      task: 'Change the program so that rows of one day meet before they are written. The directories stay as they are.',
      levers: [{ kind: 'code' }],
      checks: [noLonger('scattered-partition-files', 'Rows of a day are brought together before the write.')],
      keeps: [
        sameResult(),
        stillReadable(),
        { id: 'hands', says: 'More than one task writes.', holds: ({ now }) => lastTasks(now) > 1 },
      ],
      slips: [
        {
          id: 'one-task',
          patch: { files: { [MAIN]: SCATTERED.replace('.repartition(64)', '.coalesce(1)') } },
          when: ({ now }) => lastTasks(now) === 1,
          say: 'One file for each day it is, but one task writes all of them, one after the other.',
        },
        {
          id: 'no-shuffle',
          patch: { files: { [MAIN]: SCATTERED.replace('.repartition(64)', '') } },
          when: ({ now }) => shuffles(now) === 0 && hasFinding(now, 'scattered-partition-files'),
          say: 'Without a shuffle the rows stay where they were read, and days are mixed there as well.',
        },
        {
          id: 'other-number',
          patch: { files: { [MAIN]: SCATTERED.replace('64', '16') } },
          when: ({ now, start }) =>
            lastTasks(now) !== lastTasks(start) && hasFinding(now, 'scattered-partition-files'),
          say: 'Fewer tasks leave fewer files, but each of them still meets every day.',
        },
      ],
      hints: [
        'Look at the exchange in front of the write, and at what it goes by.',
        'A shuffle by a column brings rows with the same value into the same task.',
        'Give `repartition` the column `"day"` in place of a number.',
      ],
      worked: {
        patch: { files: { [MAIN]: SCATTERED.replace('.repartition(64)', '.repartition(64, "day")') } },
        say: 'The shuffle goes by `day` now. The number is not needed: without it Spark chooses by size.',
      },
      solution: 'solution',
      otherWays: [
        {
          says: 'By ranges of days.',
          patch: { files: { [MAIN]: SCATTERED.replace('.repartition(64)', '.repartitionByRange("day")') } },
        },
        {
          says: 'By day, into a number of partitions.',
          patch: { files: { [MAIN]: SCATTERED.replace('.repartition(64)', '.repartition(60, "day")') } },
        },
      ],
    },
    {
      kind: 'verify',
      id: 'compare',
      title: 'Does the real run agree?',
      prose: 'Both programs wrote the small copy with real Spark.',
      shows: { tool: 'analyzer', situation: 'solution', view: 'overview' },
      of: ['files', 'reading'],
      compare: [
        { label: 'Files, measured', before: 'measuredFiles', after: 'measuredFilesAfter' },
        { label: 'Tasks that write, measured', before: 'measuredTasks', after: 'measuredTasksAfter' },
        { label: 'Last stage, measured', before: 'writeMs', after: 'writeMsAfter' },
      ],
      agree: [
        {
          what: 'Files before',
          simulated: 'simulatedFiles',
          measured: 'measuredFiles',
          within: 1.01,
          why: 'Every task meets every day, so files are tasks times days.',
        },
        {
          what: 'Tasks that write',
          predicted: 'predictedTasks',
          measured: 'measuredTasks',
          within: 1,
          why: 'A number given to `repartition` is kept, even by adaptive execution.',
        },
      ],
    },
    {
      kind: 'reflect',
      id: 'why',
      title: 'In your own words',
      prose: 'Priya explains it to the team that reads the archive.',
      ask: 'Why did a setting meant for more parallelism make so many files?',
      model:
        'A task writes a file into every directory that it has rows for. Dealt out in turn, rows of every day are in every task, so files are tasks times days. Shuffled by day, a day is in one task, and there is one file for it.',
      tradeOffs: [
        {
          action: 'Shuffle by the partition column.',
          trade_off: 'A day is written by one task; a day with most of the rows takes long.',
          avoid_when: 'One value has most of the rows.',
        },
        {
          action: 'Add a second key with a few random values.',
          trade_off: 'So many files for each directory.',
          avoid_when: 'Directories are small anyway.',
        },
        {
          action: 'Compact the files afterwards.',
          trade_off: 'Everything is written twice.',
          avoid_when: 'The writer is yours to change.',
        },
      ],
      wrongWhen:
        'Where each input file holds one day already, the shuffle is for nothing. And where one day has nearly all rows, one task would write nearly all of it.',
    },
    {
      kind: 'transfer',
      id: 'another-archive',
      title: 'Another archive',
      prose: 'Other tables, the same write.',
      vary,
    },
    {
      kind: 'recall',
      id: 'again',
      title: 'Files of a write',
      prose: 'A question about it comes back in a few days.',
      question: {
        kind: 'pick',
        ask: 'A write with `partitionBy("day")` follows a `repartition(n)` without columns. What decides how many files there are?',
        needs: [],
        options: [
          {
            id: 'product',
            label: 'Tasks times days',
            isSo: ({ archiveFiles, tasks, days }) =>
              Math.abs(Number(archiveFiles) / (Number(tasks) * Number(days)) - 1) < 0.05,
            say: 'Every task meets every day and opens a file for it.',
          },
          {
            id: 'tasks',
            label: 'The tasks',
            isSo: ({ archiveFiles, tasks }) => archiveFiles === tasks,
            say: 'A task writes one file only where there is one directory.',
          },
          {
            id: 'days',
            label: 'The days',
            isSo: ({ archiveFiles, days }) => archiveFiles === days,
            say: 'That takes a shuffle by day before the write.',
          },
        ],
      },
      reveal: 'In Priya’s archive: {tasks}, {days} days, {archiveFiles}.',
    },
  ],
};

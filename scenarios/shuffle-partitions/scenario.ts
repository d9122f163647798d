import { atLeast, atMost } from '#lib/learn/check/number-checks.ts';
import { sameCluster, sameData } from '#lib/learn/check/simulation-checks.ts';
import { lastStage, lastTasks, measured, simulated, total } from '#lib/learn/engine/readings.ts';
import { stageTargets } from '#lib/learn/engine/targets.ts';
import { knobOf, measuredOf, readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import { type Scenario, situations } from '#lib/learn/scenario/scenario.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { expansion, LAKE } from '../lake.ts';
import { BOUGHT_PER_CUSTOMER } from './programs.ts';
import { vary } from './variant.ts';

const [MIB, GIB] = [2 ** 20, 2 ** 30];
/** Three numbers and the nulls. */
const ROW_BYTES = 32;
const AGGREGATE = '(SELECT max(stage_id) FROM stage_runs)';
const slots = (state: Parameters<typeof simulated>[0]) =>
  simulated(state).knobs.executors * simulated(state).knobs.cores;

export const shufflePartitions: Scenario = {
  id: 'shuffle-partitions',
  title: '200 partitions on 2 GB',
  concepts: ['partition', 'shuffle', 'small-files'],
  minutes: 8,
  story: {
    who: 'Jonas, who moved a report to a new cluster',
    symptom:
      'His aggregate of {nightBytes} runs {nightTasks} after the shuffle and leaves {nightFiles}. Somebody had switched adaptive execution off, years ago.',
    goal: 'Give the shuffle as many tasks as its data and the cores are worth.',
    able: [
      'work out how much a task of a shuffle reads',
      'say what adaptive execution goes by when it joins partitions',
      'tell too few tasks from too many',
    ],
  },
  situations: situations(
    {
      program: { files: { 'bought_per_customer.py': BOUGHT_PER_CUSTOMER }, main: 'bought_per_customer.py' },
      settings: { spark: '4.3', cores: 4, conf: { 'spark.sql.adaptive.enabled': 'false' } },
      catalog: LAKE,
      log: 'shuffle-partitions-before',
      knobs: {
        ...{
          dataBytes: 30_450_625,
          files: 8,
          rowBytes: ROW_BYTES,
          expansion: expansion('lake/sales', ROW_BYTES),
        },
        ...{ keyShape: 'uniform', keys: 1_000_000, step: 'aggregate', adaptive: false },
        ...{ executors: 1, cores: 4, memoryBytes: GIB, compression: 0.3 },
      },
    },
    {
      after: {
        knobs: { adaptive: true },
        conf: { 'spark.sql.adaptive.enabled': 'true' },
        log: 'shuffle-partitions-after',
      },
      night: { knobs: nightKnobs(false) },
      adaptive: { knobs: nightKnobs(true) },
      one: { knobs: { ...nightKnobs(false), shufflePartitions: 1 } },
    },
  ),
  queries: {
    tasks: `SELECT tasks_ok FROM stage_runs WHERE stage_id = ${AGGREGATE}`,
    taskMs: `SELECT median_ms FROM stage_runs WHERE stage_id = ${AGGREGATE}`,
  },
  figures: {
    nightBytes: knobOf('night', 'dataBytes', 'bytes'),
    nightTasks: totalOf('night', 'reduceTasks', 'tasks'),
    nightFiles: totalOf('night', 'files', 'files'),
    shuffled: totalOf('night', 'shuffleBytes', 'bytes'),
    perTask: totalOf('night', 'medianPartition', 'bytes'),
    slots: readOf('night', 'count', slots),
    advisory: knobOf('night', 'advisoryBytes', 'bytes'),
    adaptiveTasks: totalOf('adaptive', 'reduceTasks', 'tasks'),
    byAdvisory: readOf('adaptive', 'tasks', (state) =>
      Math.ceil(total('shuffleBytes')(state) / simulated(state).knobs.advisoryBytes),
    ),
    nightTime: totalOf('night', 'makespan', 'ms'),
    oneTime: totalOf('one', 'makespan', 'ms'),
    predictedTasks: readOf('start', 'tasks', (state) => lastTasks(state)),
    simulatedTasks: totalOf('start', 'reduceTasks', 'tasks'),
    measuredTasks: measuredOf('start', 'tasks', 'tasks'),
    simulatedAfter: totalOf('after', 'reduceTasks', 'tasks'),
    measuredAfter: measuredOf('after', 'tasks', 'tasks'),
    taskMs: measuredOf('start', 'taskMs', 'ms'),
    taskMsAfter: measuredOf('after', 'taskMs', 'ms'),
    simulatedTaskMs: readOf('start', 'ms', (state) => Math.max(...lastStage(state).tasks.durationMs)),
  },
  steps: [
    {
      kind: 'observe',
      id: 'find-the-stage',
      title: 'A stage of crumbs',
      prose:
        'A small copy of the report ran with real Spark, with the same settings. Its middle task took {taskMs}.',
      shows: { tool: 'analyzer', situation: 'start', view: 'stages' },
      task: 'Point at the stage that comes after the shuffle.',
      points: 'stage',
      among: stageTargets,
      meant: (state) => [measured(state).stages.at(-1)!.stage],
      nudge: 'The shuffle has as many partitions as the setting says; its reader has a task for each.',
    },
    {
      kind: 'predict',
      id: 'per-task',
      title: 'How much does a task read?',
      prose:
        'In the nightly run {shuffled} go through the shuffle, into the default number of partitions: {nightTasks}.',
      shows: { tool: 'simulator', situation: 'night', view: 'partitions' },
      question: {
        kind: 'slider',
        ask: 'How much does the middle task after the shuffle read?',
        needs: ['shuffled', 'nightTasks'],
        truth: 'perTask',
        unit: 'bytes',
        ...{ min: 64 * 2 ** 10, max: 4 * GIB, scale: 'log', right: 1.3, close: 3 },
        beliefs: [
          {
            answer: 'advisory',
            say: 'That is what adaptive execution would aim for. It is off, so every partition is a task of its own.',
          },
        ],
      },
      reveal:
        '{shuffled} over {nightTasks} is {perTask} for each. Starting a task costs about as much as reading that.',
    },
    {
      kind: 'predict',
      id: 'adaptive',
      title: 'What would adaptive execution make of it?',
      prose:
        'Switched on, it joins neighbors up to an advisory size of {advisory}. The cluster has {slots} cores, and by default it puts parallelism first.',
      shows: { tool: 'simulator', situation: 'night', view: 'partitions' },
      question: {
        kind: 'slider',
        ask: 'How many tasks are left after the shuffle?',
        needs: ['shuffled', 'advisory', 'slots'],
        truth: 'adaptiveTasks',
        unit: 'tasks',
        ...{ min: 1, max: 400, scale: 'log', right: 1.2, close: 1.9 },
        beliefs: [
          {
            answer: 'byAdvisory',
            say: 'That is the shuffle over the advisory size. With parallelism first Spark keeps about a task for every core, even if they stay smaller.',
          },
        ],
      },
      reveal:
        '{adaptiveTasks}: the target is the smaller of the advisory size and the shuffle over the cores.',
    },
    {
      kind: 'act',
      id: 'right-size',
      title: 'Give it the tasks it is worth',
      prose:
        'One task alone would not do either: the run would take {oneTime} in place of {nightTime}, while most cores wait.',
      shows: { tool: 'simulator', situation: 'night', view: 'partitions' },
      task: 'Have fewer tasks and files after the shuffle, with something to do for every core.',
      levers: [
        {
          kind: 'knobs',
          ids: [
            ...(['adaptive', 'coalescePartitions', 'parallelismFirst'] as const),
            ...(['shufflePartitions', 'advisoryBytes', 'minPartitionBytes'] as const),
          ],
        },
      ],
      checks: [
        atMost('tasks', 'At most three tasks for each core.', total('reduceTasks'), 60),
        atMost('files', 'No more files than that.', total('files'), 60),
      ],
      keeps: [
        atLeast('busy', 'Every core has a task.', total('reduceTasks'), 20, 0.1),
        sameData(),
        sameCluster(),
      ],
      slips: [
        {
          id: 'too-few',
          patch: { knobs: { shufflePartitions: 1 } },
          when: ({ now }) => total('reduceTasks')(now) < 0.9 * slots(now),
          say: 'Now some cores have nothing to do, and the others do their work.',
        },
        {
          id: 'even-more',
          patch: { knobs: { shufflePartitions: 2000 } },
          when: ({ now, start }) => total('reduceTasks')(now) > total('reduceTasks')(start),
          say: 'More tasks of less data each: what they cost before the first row is paid more often.',
        },
      ],
      hints: [
        'Look at the number of tasks after the shuffle, beside the number of cores.',
        'A task should have a few times the work of starting it, and every core should have one.',
        'Switch adaptive execution on, or set the number of shuffle partitions to that of the cores.',
      ],
      worked: {
        patch: { knobs: { shufflePartitions: 80 } },
        say: 'There are fewer partitions now, still several for each core. Go on from here, or let Spark choose.',
      },
      solution: 'adaptive',
      otherWays: [
        { says: 'Set the number of partitions by hand.', patch: { knobs: { shufflePartitions: 40 } } },
        {
          says: 'Adaptive, with a smaller advisory size.',
          patch: { knobs: { adaptive: true, advisoryBytes: 16 * MIB } },
        },
      ],
    },
    {
      kind: 'verify',
      id: 'compare',
      title: 'Does the real run agree?',
      prose: 'The small copy ran twice with real Spark: adaptive execution off, then on.',
      shows: { tool: 'analyzer', situation: 'after', view: 'stages' },
      of: ['per-task', 'adaptive'],
      compare: [
        { label: 'Tasks, measured', before: 'measuredTasks', after: 'measuredAfter' },
        { label: 'Middle task, measured', before: 'taskMs', after: 'taskMsAfter' },
        { label: 'Tasks, simulated', before: 'simulatedTasks', after: 'simulatedAfter' },
      ],
      agree: [
        {
          what: 'Tasks without adaptive execution',
          predicted: 'predictedTasks',
          simulated: 'simulatedTasks',
          measured: 'measuredTasks',
          within: 1,
          why: 'The number is a setting; all three read it the same way.',
        },
        {
          what: 'Tasks with adaptive execution',
          simulated: 'simulatedAfter',
          measured: 'measuredAfter',
          within: 1.3,
          why: 'It goes by sizes of compressed blocks. The simulator takes their compression from the log.',
        },
        {
          what: 'Time of a task',
          simulated: 'simulatedTaskMs',
          measured: 'taskMs',
          within: 1.5,
          differs: true,
          why: 'Times are assumed speeds in the simulator. The real run shared a busy machine, and was still warming up.',
        },
      ],
    },
    {
      kind: 'reflect',
      id: 'why',
      title: 'In your own words',
      prose: 'Jonas writes a line into the report of the change.',
      ask: 'Why is the default number of partitions too large here, and what would make it too small?',
      model:
        'The number is fixed, the data is not. Here {shuffled} were cut into {nightTasks} of {perTask}, and each has a cost before its first row. With a hundred times the data the same number would give tasks that spill. Adaptive execution goes by the sizes of the day.',
      tradeOffs: [
        {
          action: 'Switch adaptive execution on.',
          trade_off: 'Partitions are still written; only the reading is joined.',
          avoid_when: 'Something downstream counts on the number of partitions.',
        },
        {
          action: 'Set a smaller number of partitions.',
          trade_off: 'It is right for the data of today.',
          avoid_when: 'The same job runs on days of very different size.',
        },
      ],
      wrongWhen:
        'Where tasks are long or spill, fewer of them make it worse. And a `repartition(n)` in the code is not touched by adaptive execution: the number was asked for.',
    },
    {
      kind: 'transfer',
      id: 'another-size',
      title: 'Another size',
      prose: 'Another report, with adaptive execution off again.',
      vary,
    },
    {
      kind: 'recall',
      id: 'again',
      title: 'How many are left?',
      prose: 'A question about it comes back in a few days.',
      question: {
        kind: 'pick',
        ask: 'A shuffle is far smaller than cores times advisory size. Parallelism first is on, as by default. How many tasks does adaptive execution leave?',
        needs: [],
        options: [
          {
            id: 'cores',
            label: 'About as many as there are cores',
            isSo: ({ adaptiveTasks, slots: cores }) =>
              Math.abs(Number(adaptiveTasks) / Number(cores) - 1) < 0.3,
            say: 'The target is the shuffle over the cores where that is the smaller one.',
          },
          {
            id: 'advisory',
            label: 'The shuffle divided by the advisory size',
            isSo: ({ adaptiveTasks, byAdvisory }) => adaptiveTasks === byAdvisory,
            say: 'So it is with parallelism first off, or when the shuffle is large.',
          },
          {
            id: 'all',
            label: 'As many as shuffle partitions',
            isSo: ({ adaptiveTasks, nightTasks }) => adaptiveTasks === nightTasks,
            say: 'They are all written, but neighbors are read together.',
          },
        ],
      },
      reveal: 'In Jonas’ report: {adaptiveTasks} on {slots} cores.',
    },
  ],
};

/** The report at its real size. */
function nightKnobs(adaptive: boolean): Partial<Knobs> {
  return {
    dataBytes: 2 * GIB,
    files: 16,
    step: 'aggregate',
    keys: 1_000_000,
    keyShape: 'uniform',
    adaptive,
    rowBytes: 104,
    expansion: 0,
    compression: 0.4,
    executors: 5,
    cores: 4,
    memoryBytes: 8 * GIB,
  };
}

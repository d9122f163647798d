import { plural } from '#lib/base/format.ts';
import { downTo } from '#lib/learn/check/number-checks.ts';
import { sameCluster, sameData } from '#lib/learn/check/simulation-checks.ts';
import type { EngineState } from '#lib/learn/engine/engine-state.ts';
import {
  figure,
  largest,
  lastStage,
  measured,
  median,
  predicted,
  simulated,
  total,
} from '#lib/learn/engine/readings.ts';
import { type Scenario, situations } from '#lib/learn/scenario/scenario.ts';
import { expansion, LAKE } from '../lake.ts';
import { NIGHTLY_ORDERS } from './programs.ts';
import { vary } from './variant.ts';

const MIB = 2 ** 20;
/** Five columns, one of them a text of 24 characters: 8 for nulls, 8 each, and the text. */
const ROW_BYTES = 72;
const THRESHOLD = 'spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes';

const rowsOfPartitions = (state: EngineState) => simulated(state).skylines[0]!.exchange.rows;
const mostRows = (state: EngineState) => largest(rowsOfPartitions(state));
/** How much longer the longest task of the last stage takes than the middle one. */
const unevenness = (state: EngineState) => {
  const { durationMs } = lastStage(state).tasks;
  return largest(durationMs) / median(durationMs);
};
const measuredUnevenness = (state: EngineState) => figure('longestMs')(state) / figure('medianMs')(state);
const longestTask = total('longestTask');
const JOIN = '(SELECT stage FROM stage_runs ORDER BY records DESC LIMIT 1)';

export const skewedJoin: Scenario = {
  id: 'skewed-join',
  title: 'The join that never ends',
  concepts: ['skew', 'join', 'adaptive-execution'],
  minutes: 9,
  story: {
    who: 'Mira, who looks after the nightly order report',
    symptom:
      'One task of her join took {longestMs}, the middle one {medianMs}. Adaptive execution is on. "It splits skewed joins by itself", she was told.',
    goal: 'Find what the long task has that the others have not, and spread it.',
    able: [
      'say from the keys how large the largest partition is',
      'tell which settings decide whether Spark splits it',
      'say why more partitions do not help',
    ],
  },
  situations: situations(
    {
      program: { files: { 'nightly_orders.py': NIGHTLY_ORDERS }, main: 'nightly_orders.py' },
      settings: {
        spark: '4.3',
        cores: 4,
        conf: {
          'spark.sql.files.maxPartitionBytes': '8m',
          'spark.sql.shuffle.partitions': '32',
          'spark.sql.adaptive.advisoryPartitionSizeInBytes': '8m',
        },
      },
      catalog: LAKE,
      log: 'skewed-join-before',
      knobs: {
        ...{ dataBytes: 161_076_568, files: 24, rowBytes: ROW_BYTES },
        ...{ expansion: expansion('lake/orders', ROW_BYTES), keyShape: 'hot', keys: 400_000, hotShare: 0.6 },
        ...{ step: 'join', otherBytes: 18_102_273, otherFiles: 4, shufflePartitions: 32 },
        ...{
          advisoryBytes: 8 * MIB,
          maxPartitionBytes: 8 * MIB,
          executors: 1,
          cores: 4,
          memoryBytes: 1024 * MIB,
        },
        // As the log has it for the longest task: bytes that it read over its rows in memory.
        compression: 0.554,
      },
    },
    {
      more: { knobs: { shufflePartitions: 320 } },
      solution: {
        knobs: { skewThresholdBytes: 16 * MIB },
        conf: { [THRESHOLD]: '16m' },
        log: 'skewed-join-after',
      },
    },
  ),
  queries: {
    longestMs: `SELECT max_ms FROM stage_runs WHERE stage = ${JOIN}`,
    medianMs: `SELECT median_ms FROM stage_runs WHERE stage = ${JOIN}`,
    tasks: `SELECT tasks_ok FROM stage_runs WHERE stage = ${JOIN}`,
    mostRows: 'SELECT max(shuffle_read_records) FROM tasks',
  },
  figures: {
    longestMs: { of: 'start', unit: 'ms', read: figure('longestMs') },
    medianMs: { of: 'start', unit: 'ms', read: figure('medianMs') },
    measuredRowsAfter: { of: 'solution', unit: 'records', read: figure('mostRows') },
    measuredUnevenAfter: { of: 'solution', unit: 'ratio', read: measuredUnevenness },
    rows: { of: 'start', unit: 'records', read: (state) => simulated(state).source.rows },
    hotShare: { of: 'start', unit: 'share', read: (state) => simulated(state).knobs.hotShare },
    partitions: { of: 'start', unit: 'count', read: (state) => simulated(state).knobs.shufflePartitions },
    mostRows: { of: 'start', unit: 'records', read: mostRows },
    rowsOfMore: { of: 'more', unit: 'records', read: mostRows },
    partitionsOfMore: {
      of: 'more',
      unit: 'count',
      read: (state) => simulated(state).knobs.shufflePartitions,
    },
    threshold: {
      of: 'start',
      unit: 'bytes',
      read: (state) => simulated(state).skylines[0]!.skew.thresholdBytes,
    },
    hotBytes: {
      of: 'start',
      unit: 'bytes',
      read: (state) => largest(simulated(state).skylines[0]!.exchange.bytes),
    },
    join: {
      of: 'start',
      unit: 'text',
      read: (state) => predicted(state).prediction.actions[0]!.joins[0]!.type,
    },
    measuredRows: { of: 'start', unit: 'records', read: figure('mostRows') },
    simulatedRows: { of: 'start', unit: 'records', read: (state) => largest(lastStage(state).tasks.rows) },
    tasksBefore: { of: 'start', unit: 'tasks', read: (state) => lastStage(state).tasks.count },
    tasksAfter: { of: 'solution', unit: 'tasks', read: (state) => lastStage(state).tasks.count },
    measuredTasks: { of: 'start', unit: 'tasks', read: figure('tasks') },
    measuredTasksAfter: { of: 'solution', unit: 'tasks', read: figure('tasks') },
    unevenBefore: { of: 'start', unit: 'ratio', read: unevenness },
    measuredUneven: { of: 'start', unit: 'ratio', read: measuredUnevenness },
  },
  steps: [
    {
      kind: 'observe',
      id: 'find-the-stage',
      title: 'Where does the time go?',
      prose:
        'This is the log of a real run of the program, on one machine with a small copy of the data. Look at the stages on the timeline.',
      shows: { tool: 'analyzer', situation: 'start', view: 'timeline' },
      task: 'Point at the stage that the run waited for longest.',
      points: 'stage',
      among: (state) =>
        measured(state).stages.map(({ stage, name, num_tasks }) => ({
          id: stage,
          label: `Stage ${stage}: ${name}, ${plural(num_tasks, 'task')}`,
        })),
      meant: (state) => {
        const { stages } = measured(state);
        const longest = Math.max(...stages.map(({ stage_ms }) => stage_ms));
        return stages.flatMap(({ stage, stage_ms }) => (stage_ms === longest ? [stage] : []));
      },
      nudge: 'Compare the lengths of the bars: one of them is most of the picture.',
    },
    {
      kind: 'predict',
      id: 'shape',
      title: 'What do its partitions look like?',
      prose:
        'The program joins {rows} by `customer_id`. {hotShare} of them are orders of guests, who share one id. Spark plans a {join} and spreads the rows over {partitions} partitions by a hash of the id.',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      question: {
        kind: 'sketch',
        ask: 'Draw the rows of the eight largest partitions, the largest first.',
        needs: ['hotShare', 'partitions'],
        of: 'start',
        read: (state) =>
          Array.from(rowsOfPartitions(state))
            .toSorted((a, b) => b - a)
            .slice(0, 8),
        bars: 8,
        unit: 'records',
        say: 'All rows of one key have the same hash, so they meet in one partition. The other keys spread evenly over all partitions.',
      },
      reveal: 'One tower, and {partitions} minus one that are alike. The hash spreads keys, not rows.',
    },
    {
      kind: 'predict',
      id: 'more-partitions',
      title: 'Would more partitions help?',
      prose: 'A colleague proposes {partitionsOfMore} partitions in place of {partitions}.',
      shows: { tool: 'simulator', situation: 'start', view: 'partitions' },
      question: {
        kind: 'pick',
        ask: 'What becomes of the rows in the largest partition?',
        needs: ['partitions', 'partitionsOfMore'],
        options: [
          {
            id: 'same',
            label: 'Nearly as many as before',
            isSo: ({ mostRows: before, rowsOfMore }) => Number(rowsOfMore) > 0.8 * Number(before),
            say: 'The rows of one key stay together, however many partitions there are. Only its neighbors move out.',
          },
          {
            id: 'half',
            label: 'About half',
            isSo: ({ mostRows: before, rowsOfMore }) =>
              Number(rowsOfMore) <= 0.8 * Number(before) && Number(rowsOfMore) > 0.25 * Number(before),
            say: 'Halving would need the hot key in two partitions, but equal keys have equal hashes.',
          },
          {
            id: 'in-proportion',
            label: 'Fewer in proportion',
            isSo: ({ mostRows: before, rowsOfMore }) => Number(rowsOfMore) <= 0.25 * Number(before),
            say: 'That holds for rows with different keys. The rows of one key cannot be parted by a hash.',
          },
        ],
      },
      reveal: '{mostRows} before, {rowsOfMore} with {partitionsOfMore} partitions: the hot key did not move.',
    },
    {
      kind: 'act',
      id: 'spread-it',
      title: 'Spread the long task',
      prose:
        'The hot partition has {hotBytes}. Adaptive execution takes a partition for skewed above {threshold} only, and above a multiple of the median.',
      shows: { tool: 'simulator', situation: 'start', view: 'aqe' },
      task: 'Change how the join is run so that its longest task takes at most a quarter of the time.',
      levers: [
        {
          kind: 'knobs',
          ids: [
            ...(['skewThresholdBytes', 'skewFactor', 'skewJoin', 'advisoryBytes'] as const),
            ...(['adaptive', 'shufflePartitions', 'broadcastThreshold'] as const),
          ],
        },
      ],
      checks: [downTo('shorter', 'The longest task takes a quarter of the time or less.', longestTask, 0.25)],
      keeps: [sameData(), sameCluster()],
      slips: [
        {
          id: 'more-partitions',
          patch: { knobs: { shufflePartitions: 320 } },
          when: ({ now }) => simulated(now).knobs.shufflePartitions > 32 && unevenness(now) > 10,
          say: 'More partitions make the small ones smaller. The hot key is still in one of them.',
        },
        {
          id: 'adaptive-off',
          patch: { knobs: { adaptive: false } },
          when: ({ now }) => !simulated(now).knobs.adaptive && unevenness(now) > 10,
          say: 'Without adaptive execution nobody looks at the sizes, and nothing is split.',
        },
      ],
      hints: [
        'Look at the line for skew in the picture of the partitions, and at the tower below it.',
        'A partition is split when it is above both: a multiple of the median, and a size. One of the two is not met.',
        'Lower the size from which a partition counts as skewed until it is below {hotBytes}.',
      ],
      worked: {
        patch: { knobs: { skewThresholdBytes: 64 * MIB } },
        say: 'The size from which a partition counts as skewed is lower now: the tower stands above the line. See what that does to the tasks.',
      },
      solution: 'solution',
      otherWays: [
        {
          says: 'Broadcast the customers: then nothing is shuffled.',
          patch: { knobs: { broadcastThreshold: 64 * MIB } },
        },
      ],
    },
    {
      kind: 'verify',
      id: 'compare',
      title: 'Does the real run agree?',
      prose:
        'The same program ran again with real Spark, with the size lowered. The tower of your sketch is drawn over the partitions as they were.',
      shows: { tool: 'analyzer', situation: 'solution', view: 'timeline' },
      of: ['shape', 'more-partitions'],
      compare: [
        { label: 'Most rows of a task, measured', before: 'measuredRows', after: 'measuredRowsAfter' },
        {
          label: 'Longest over middle task, measured',
          before: 'measuredUneven',
          after: 'measuredUnevenAfter',
        },
        { label: 'Tasks of the join, simulated', before: 'tasksBefore', after: 'tasksAfter' },
        { label: 'Tasks of the join, measured', before: 'measuredTasks', after: 'measuredTasksAfter' },
      ],
      agree: [
        {
          what: 'Rows of the longest task',
          simulated: 'simulatedRows',
          measured: 'measuredRows',
          within: 1.03,
          why: 'The simulator hashes the same keys with the same function, so the same rows meet.',
        },
        {
          what: 'Tasks of the join after the change',
          simulated: 'tasksAfter',
          measured: 'measuredTasksAfter',
          within: 1.05,
          why: 'Both split along the outputs of map tasks, by sizes as the driver sees them. How well rows are compressed was taken from the log.',
        },
        {
          what: 'Longest task over the middle one',
          simulated: 'unevenBefore',
          measured: 'measuredUneven',
          within: 1.5,
          differs: true,
          why: 'Sizes follow rules, times do not. The simulator counts bytes at assumed speeds, and knows nothing of the texts that the program compares for each row.',
        },
      ],
    },
    {
      kind: 'reflect',
      id: 'why',
      title: 'In your own words',
      prose: 'Mira will be asked about it in the morning.',
      ask: 'Why did one task take so long although adaptive execution was on, and why did the change help?',
      model:
        'All orders of guests have one key, so one partition held {hotShare} of the rows. At {hotBytes} it stayed below {threshold}, so Spark did not call it skewed. With a lower limit several tasks share it, each with some of the map outputs, and each reads the matching customers again.',
      tradeOffs: [
        {
          action: 'Lower the size from which a partition counts as skewed.',
          trade_off: 'The other side of a split partition is read once for each piece.',
          avoid_when: 'The other side is about as large: then the copies cost as much as the skew.',
        },
        {
          action: 'Broadcast the smaller side.',
          trade_off: 'Every executor holds it in memory, and the driver gathers it first.',
          avoid_when: 'It grows with the business.',
        },
        {
          action: 'Join guests apart, or leave them out where nothing matches.',
          trade_off: 'A second path in the code.',
          avoid_when: 'Hot keys change from night to night.',
        },
      ],
      wrongWhen:
        'Where the rows of one key must be together, splitting is not possible: an aggregate or a window by that key. Adaptive execution splits joins only.',
    },
    {
      kind: 'transfer',
      id: 'another-table',
      title: 'Another table',
      prose: 'The same thought, with other numbers and no hints.',
      vary,
    },
    {
      kind: 'recall',
      id: 'again',
      title: 'The join that never ends',
      prose: 'A question about it comes back in a few days.',
      question: {
        kind: 'pick',
        ask: 'Adaptive execution is on, and one partition of a join is far larger than the others. When does Spark leave it whole?',
        needs: [],
        options: [
          {
            id: 'below',
            label: 'When it is below the size from which a partition counts as skewed',
            isSo: ({ hotBytes, threshold }) => Number(hotBytes) < Number(threshold),
            say: 'It has to be above both: a multiple of the median, and a size.',
          },
          {
            id: 'never',
            label: 'Never: that is what adaptive execution is for',
            isSo: () => false,
            say: 'Mira believed that, too. It looks at limits first.',
          },
          {
            id: 'few',
            label: 'When there are fewer partitions than cores',
            isSo: ({ hotBytes, threshold }) => Number(hotBytes) >= Number(threshold),
            say: 'The number of partitions does not come into it; sizes do.',
          },
        ],
      },
      reveal: 'Her partition had {hotBytes}, the limit was {threshold}.',
    },
  ],
};

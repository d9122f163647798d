import { formatCount } from '#lib/base/format.ts';
import { downTo } from '#lib/learn/check/number-checks.ts';
import { sameCluster, sameData } from '#lib/learn/check/simulation-checks.ts';
import type { EngineState } from '#lib/learn/engine/engine-state.ts';
import { largest, lastStage, simulated } from '#lib/learn/engine/readings.ts';
import { knobOf, readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import { type Scenario, situations } from '#lib/learn/scenario/scenario.ts';
import { HOT, isSplit } from './hot-join.ts';
import { vary } from './variant.ts';

const longest = (state: EngineState) => largest(lastStage(state).tasks.durationMs);
/** The join keeps every visit: rows of the main table without a match stay. */
const keepsVisits = (state: EngineState) => /^(LeftOuter|FullOuter)$/.test(simulated(state).knobs.joinType);

export const adaptiveLimits: Scenario = {
  id: 'adaptive-limits',
  title: 'What AQE fixes and what it cannot',
  concepts: ['adaptive-execution', 'skew', 'join'],
  minutes: 9,
  story: {
    who: 'Sofia, who reviews jobs before they go to production',
    symptom:
      'Two jobs on the same {bytes} have the same hot key. With adaptive execution the inner join’s longest task takes {joinOn}; in the full outer join it takes {start}.',
    goal: 'Know what adaptive execution changes, so that the rest is looked after by hand.',
    able: [
      'name what adaptive execution changes during a run',
      'say which skew it leaves alone, and why',
      'read from a join type which side may be split',
    ],
  },
  situations: situations(
    { knobs: { ...HOT, step: 'join', joinType: 'FullOuter' } },
    {
      solution: { knobs: { joinType: 'LeftOuter' } },
      joinOn: { knobs: { joinType: 'Inner' } },
      joinOff: { knobs: { joinType: 'Inner', adaptive: false } },
      sortOn: { knobs: { step: 'sort' } },
      sortOff: { knobs: { step: 'sort', adaptive: false } },
      dealtOn: { knobs: { step: 'repartition' } },
      smallOn: { knobs: { step: 'aggregate', keyShape: 'uniform' } },
      smallOff: { knobs: { step: 'aggregate', keyShape: 'uniform', adaptive: false } },
    },
  ),
  queries: {},
  figures: {
    bytes: knobOf('start', 'dataBytes', 'bytes'),
    hotShare: knobOf('start', 'hotShare', 'share'),
    partitions: knobOf('start', 'shufflePartitions', 'count'),
    start: readOf('start', 'ms', longest),
    after: readOf('solution', 'ms', longest),
    joinOn: readOf('joinOn', 'ms', longest),
    joinOff: readOf('joinOff', 'ms', longest),
    sortOn: readOf('sortOn', 'ms', longest),
    sortOff: readOf('sortOff', 'ms', longest),
    sortGain: readOf('sortOn', 'text', (state) =>
      simulated(state).adapted?.steps.some(isSplit) ? 'split' : 'whole',
    ),
    dealtTasks: totalOf('dealtOn', 'reduceTasks', 'tasks'),
    smallTasks: totalOf('smallOn', 'reduceTasks', 'tasks'),
    smallTasksOff: totalOf('smallOff', 'reduceTasks', 'tasks'),
    joinTasks: totalOf('joinOn', 'reduceTasks', 'tasks'),
    startTasks: totalOf('start', 'reduceTasks', 'tasks'),
    afterTasks: totalOf('solution', 'reduceTasks', 'tasks'),
    time: totalOf('start', 'makespan', 'ms'),
    timeAfter: totalOf('solution', 'makespan', 'ms'),
  },
  steps: [
    {
      kind: 'observe',
      id: 'find-the-tower',
      title: 'The hot partition',
      prose:
        'One key has {hotShare} of the rows. The picture shows the partitions of the shuffle before the full outer join.',
      shows: { tool: 'simulator', situation: 'start', view: 'partitions' },
      task: 'Point at the partition that holds the hot key.',
      points: 'partition',
      among: (state) =>
        Array.from(simulated(state).skylines[0]!.exchange.rows, (rows, i) => ({
          id: String(i),
          label: `Partition ${i}: ${formatCount(rows)} rows`,
        })),
      meant: (state) => {
        const rows = Array.from(simulated(state).skylines[0]!.exchange.rows);
        return [String(rows.indexOf(Math.max(...rows)))];
      },
      nudge: 'It stands above the line from which a partition counts as skewed.',
    },
    {
      kind: 'predict',
      id: 'tasks-left',
      title: 'How many tasks are left?',
      prose:
        'Three jobs, each with {partitions} shuffle partitions and adaptive execution on: an aggregate that leaves little, the skewed inner join, and a `repartition(200)`.',
      shows: { tool: 'simulator', situation: 'start', view: 'aqe' },
      question: {
        kind: 'order',
        ask: 'Order them by the tasks that read their shuffle, most first.',
        needs: ['partitions'],
        items: [
          { id: 'aggregate', label: 'The small aggregate', by: 'smallTasks' },
          { id: 'join', label: 'The skewed inner join', by: 'joinTasks' },
          { id: 'repartition', label: 'The repartition by number', by: 'dealtTasks' },
        ],
        say: 'Small partitions are joined, skewed ones of a join are split, and a number that was asked for is kept.',
      },
      reveal:
        'Join {joinTasks}, repartition {dealtTasks}, aggregate {smallTasks} in place of {smallTasksOff}.',
    },
    {
      kind: 'predict',
      id: 'sort',
      title: 'And a skewed sort?',
      prose:
        'The same rows are sorted by the hot key. Without adaptive execution the longest task takes {sortOff}. For the inner join it was {joinOff}, and {joinOn} with it.',
      shows: { tool: 'simulator', situation: 'start', view: 'timeline' },
      question: {
        kind: 'slider',
        ask: 'With adaptive execution: how long does the longest task of the sort take?',
        needs: ['sortOff', 'joinOff', 'joinOn'],
        truth: 'sortOn',
        unit: 'ms',
        ...{ min: 500, max: 2_000_000, scale: 'log', right: 1.25, close: 3 },
        beliefs: [
          {
            answer: 'joinOn',
            say: 'So it would be if the partition were split. Rows of a range have to be sorted together: only joins are split.',
          },
        ],
      },
      reveal:
        '{sortOn}, as before. Neither a sort nor an aggregate nor a window is split: their rows have to meet in one task.',
    },
    {
      kind: 'act',
      id: 'let-it-split',
      title: 'Let it be split',
      prose:
        'The full outer join keeps visits without a customer and customers without a visit. The report behind it drops the latter again.',
      shows: { tool: 'simulator', situation: 'start', view: 'aqe' },
      task: 'Bring the longest task down to a quarter. Every visit stays in the result.',
      levers: [
        {
          kind: 'knobs',
          ids: [
            'joinType',
            'skewThresholdBytes',
            'skewFactor',
            'advisoryBytes',
            'shufflePartitions',
            'broadcastThreshold',
          ],
        },
      ],
      checks: [downTo('longest', 'The longest task takes a quarter of the time or less.', longest, 0.25)],
      keeps: [
        { id: 'visits', says: 'Every visit stays in the result.', holds: ({ now }) => keepsVisits(now) },
        sameData('The data is the same as before.', ['joinType']),
        sameCluster(),
      ],
      slips: [
        {
          id: 'thresholds',
          patch: { knobs: { skewThresholdBytes: 2 ** 20, skewFactor: 1 } },
          when: ({ now, start }) => {
            const [a, b] = [simulated(now).knobs, simulated(start).knobs];
            return (
              a.joinType === b.joinType &&
              (a.skewThresholdBytes < b.skewThresholdBytes || a.skewFactor < b.skewFactor)
            );
          },
          say: 'The partition was above the limits all along. What forbids to split it is the type of the join.',
        },
        {
          id: 'inner',
          patch: { knobs: { joinType: 'Inner' } },
          when: ({ now }) => !keepsVisits(now),
          say: 'Now it is split, but visits without a customer are gone from the result.',
        },
        {
          id: 'partitions',
          patch: { knobs: { shufflePartitions: 2000 } },
          when: ({ now, start }) =>
            simulated(now).knobs.shufflePartitions > simulated(start).knobs.shufflePartitions &&
            longest(now) > 0.25 * longest(start),
          say: 'The hot key is in one partition, however many there are.',
        },
      ],
      hints: [
        'Look at the type of the join, and at which side the hot key is on.',
        'To split one side, Spark gives the other side to each piece. A row of that side without a match in one piece may have one in another.',
        'Rows of customers without a visit are not needed: make it a left outer join.',
      ],
      worked: {
        patch: { knobs: { joinType: 'RightOuter' } },
        say: 'This keeps rows of one side only. Which side can be split now, and which has to keep its rows?',
      },
      solution: 'solution',
      otherWays: [
        {
          says: 'A left outer join with a smaller advisory size.',
          patch: { knobs: { joinType: 'LeftOuter', advisoryBytes: 32 * 2 ** 20 } },
        },
      ],
    },
    {
      kind: 'verify',
      id: 'compare',
      title: 'What came out',
      prose: 'All of this is simulated: rules are Spark’s own, times are assumed speeds.',
      shows: { tool: 'simulator', situation: 'solution', view: 'aqe' },
      of: ['tasks-left', 'sort'],
      compare: [
        { label: 'Longest task', before: 'start', after: 'after' },
        { label: 'Tasks after the shuffle', before: 'startTasks', after: 'afterTasks' },
        { label: 'Whole run', before: 'time', after: 'timeAfter' },
      ],
      agree: [],
    },
    {
      kind: 'reflect',
      id: 'why',
      title: 'In your own words',
      prose: 'Sofia adds a line to the checklist for reviews.',
      ask: 'What does adaptive execution change during a run, and what does it leave as it is?',
      model:
        'After a shuffle it knows sizes: it joins small partitions, splits skewed ones of joins where the join type lets it, and turns joins into broadcasts. It does not split a sort, an aggregate or a window, keeps numbers that were asked for, and never undoes a shuffle that has run.',
      tradeOffs: [
        {
          action: 'Ask for the join that is needed, not for a wider one.',
          trade_off: 'None, where rows are dropped later anyway.',
          avoid_when: 'Rows without a match are looked at.',
        },
        {
          action: 'For a skewed aggregate: a first group with a random number beside the key.',
          trade_off: 'A second shuffle, and more code.',
          avoid_when: 'Adding up before the shuffle has taken the skew away already.',
        },
      ],
      wrongWhen:
        'Where the hot key is a placeholder, such as an unknown user, nothing has to be split: those rows can be worked on apart, or left out.',
    },
    {
      kind: 'transfer',
      id: 'another-join',
      title: 'Another join',
      prose: 'Another job with a hot key, adaptive execution on.',
      vary,
    },
    {
      kind: 'recall',
      id: 'again',
      title: 'The limits of AQE',
      prose: 'A question about it comes back in a few days.',
      question: {
        kind: 'pick',
        ask: 'Adaptive execution is on. Whose skewed partition does it leave whole?',
        needs: [],
        options: [
          {
            id: 'sort',
            label: 'That of a sort',
            isSo: ({ sortGain, joinOn, joinOff }) => sortGain === 'whole' && Number(joinOn) < Number(joinOff),
            say: 'Only joins are split; the rows of a sort, an aggregate or a window have to be in one task.',
          },
          {
            id: 'join',
            label: 'That of an inner join',
            isSo: ({ joinOn, joinOff }) => Number(joinOn) >= Number(joinOff),
            say: 'This is the one that it splits.',
          },
          {
            id: 'neither',
            label: 'Of neither, if it is large enough',
            isSo: ({ sortGain, joinOn, joinOff }) => sortGain === 'split' && Number(joinOn) < Number(joinOff),
            say: 'Size is not all: the operators behind the shuffle have to allow it.',
          },
        ],
      },
      reveal: 'In Sofia’s jobs the join went from {joinOff} to {joinOn}, the sort stayed at {sortOn}.',
    },
  ],
};

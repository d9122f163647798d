import { stillReadable, stillReads } from '#lib/learn/check/code-checks.ts';
import { downTo } from '#lib/learn/check/number-checks.ts';
import type { EngineState } from '#lib/learn/engine/engine-state.ts';
import { operators, predicted, shuffles, simulated } from '#lib/learn/engine/readings.ts';
import { operatorTargets } from '#lib/learn/engine/targets.ts';
import { knobOf, readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import { type Scenario, situations } from '#lib/learn/scenario/scenario.ts';
import { sizes } from '../lake.ts';
import { DATA, EXPANSION, ITEMS, LINE_BYTES, ORDER_BYTES, SUM_BYTES } from './baskets.ts';
import { BY_COUNTRY, EXPLODED, FOLDED, FOLDED_WITH_COLUMN, REPARTITIONED } from './programs.ts';
import { vary } from './variant.ts';

const GIB = 2 ** 30;
const MAIN = 'basket_value.py';

export const explodeThenGroup: Scenario = {
  id: 'explode-then-group',
  title: 'Explode, then group',
  concepts: ['shuffle', 'partition'],
  minutes: 9,
  story: {
    who: 'Ines, who reports the value of a basket',
    symptom:
      'Her program reads {orders} and makes {lines} of them. Then {shuffled} go through a shuffle, to end in {countries} numbers.',
    goal: 'Add up each order where it lies.',
    able: [
      'say what `explode` does to rows and to a shuffle',
      'see that rows which belong together already are together',
      'fold an array in place',
    ],
  },
  situations: situations(
    {
      program: { files: { [MAIN]: EXPLODED }, main: MAIN },
      settings: { spark: '4.3', cores: 20, conf: { 'spark.sql.adaptive.enabled': 'false' } },
      catalog: {
        'lake/baskets': {
          format: 'parquet',
          columns: [
            { name: 'order_id', type: 'bigint' },
            { name: 'country', type: 'string' },
            { name: 'items', type: 'array<struct<sku:bigint,price:double,quantity:int>>' },
          ],
          ...sizes(80, 10 * GIB),
        },
      },
      knobs: {
        ...DATA,
        rowBytes: LINE_BYTES,
        expansion: (EXPANSION * ITEMS * LINE_BYTES) / ORDER_BYTES,
        step: 'none',
      },
    },
    {
      // Lines are added up within their task first: a row for each order is left to move.
      moved: {
        knobs: {
          ...DATA,
          rowBytes: SUM_BYTES,
          expansion: (EXPANSION * SUM_BYTES) / ORDER_BYTES,
          step: 'repartition',
        },
      },
      reading: { knobs: { ...DATA, rowBytes: ORDER_BYTES, expansion: EXPANSION, step: 'none' } },
      solution: {
        files: { [MAIN]: FOLDED },
        knobs: { ...DATA, rowBytes: 32, expansion: (EXPANSION * 32) / ORDER_BYTES, keys: 60 },
      },
    },
  ),
  queries: {},
  figures: {
    orders: totalOf('reading', 'rows', 'records'),
    lines: totalOf('start', 'rows', 'records'),
    countries: knobOf('solution', 'keys', 'count'),
    shuffled: totalOf('moved', 'shuffleBytes', 'bytes'),
    shuffledAfter: totalOf('solution', 'shuffleBytes', 'bytes'),
    shufflesBefore: readOf('start', 'count', shuffles),
    shufflesAfter: readOf('solution', 'count', shuffles),
    generates: readOf('start', 'count', (state) => operators(state, /^Generate$/)),
    generatesAfter: readOf('solution', 'count', (state) => operators(state, /^Generate$/)),
    simulatedAfter: readOf('solution', 'count', (state) => simulated(state).skylines.length),
    time: totalOf('moved', 'makespan', 'ms'),
    timeAfter: totalOf('solution', 'makespan', 'ms'),
  },
  steps: [
    {
      kind: 'observe',
      id: 'find-the-generate',
      title: 'Where do rows multiply?',
      prose: 'The graph shows what the program asks for: read, make lines, add up, average, write.',
      shows: { tool: 'playground', situation: 'start', view: 'physical' },
      task: 'Point at the operator that gives more rows than it takes.',
      points: 'operator',
      among: operatorTargets,
      meant: (state) =>
        predicted(state).graph.nodes.flatMap(({ id, name }) => (name === 'Generate' ? [id] : [])),
      nudge: 'It is the one that `explode` becomes.',
    },
    {
      kind: 'predict',
      id: 'lines',
      title: 'How many rows then?',
      prose: 'There are {orders}, and an order has twelve items on average.',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      question: {
        kind: 'slider',
        ask: 'How many rows come out of `explode`?',
        needs: ['orders'],
        truth: 'lines',
        unit: 'records',
        ...{ min: 100_000, max: 100_000_000_000, scale: 'log', right: 1.2, close: 2 },
        beliefs: [
          {
            answer: 'orders',
            say: 'That is the number of orders. Each becomes a row for every item of its array.',
          },
        ],
      },
      reveal: '{lines}, and each of them carries a copy of `order_id` and `country`.',
    },
    {
      kind: 'predict',
      id: 'shuffles',
      title: 'And how often do they move?',
      prose: 'The lines are grouped by order, and the orders by country.',
      shows: { tool: 'simulator', situation: 'moved', view: 'partitions' },
      question: {
        kind: 'pick',
        ask: 'How many shuffles does Spark plan?',
        needs: ['orders'],
        options: [
          {
            id: 'none',
            label: 'None: an order is in one file anyway',
            isSo: ({ shufflesBefore }) => shufflesBefore === 0,
            say: 'It is, but Spark does not know that two lines of an order came from one row.',
          },
          {
            id: 'one',
            label: 'One, by country',
            isSo: ({ shufflesBefore }) => shufflesBefore === 1,
            say: 'Before that, lines of an order have to meet, as far as Spark knows.',
          },
          {
            id: 'two',
            label: 'Two, by order and by country',
            isSo: ({ shufflesBefore }) => shufflesBefore === 2,
            say: 'Lines of one order were one row a moment ago, but after `explode` they are rows like others.',
          },
        ],
      },
      reveal:
        '{shufflesBefore}. Each task adds up its own lines first, so a sum for each order is left. These sums are {shuffled}, and they move to meet nobody.',
    },
    {
      kind: 'act',
      id: 'fold',
      title: 'Add up in place',
      prose:
        'An array can be worked on where it is: `F.transform`, `F.filter` and `F.aggregate` take a function of its items.',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      task: 'Change the program so that an order is added up without a shuffle of its own. The averages stay what they are.',
      levers: [{ kind: 'code' }],
      checks: [
        downTo('shuffles', 'There is one shuffle less.', shuffles, 0.5),
        {
          id: 'no-copies',
          says: 'No operator multiplies rows.',
          holds: ({ now }) => operators(now, /^Generate$/) === 0,
        },
      ],
      keeps: [
        stillReads('Values are still made of the items, by country.', [
          'lake/baskets items',
          'lake/baskets country',
        ]),
        stillReadable(),
      ],
      slips: [
        {
          id: 'by-country',
          patch: { files: { [MAIN]: BY_COUNTRY } },
          when: ({ now, start }) => shuffles(now) < shuffles(start) && operators(now, /^Generate$/) > 0,
          say: 'One shuffle less, but now it is the average of a line, not of a basket.',
        },
        {
          id: 'repartition',
          patch: { files: { [MAIN]: REPARTITIONED } },
          when: ({ now, start }) => shuffles(now) >= shuffles(start) && hasRepartition(now),
          say: 'The shuffle by order has another name now. The lines still move.',
        },
      ],
      hints: [
        'Look at what the first group has for keys, and at what a row was before `explode`.',
        'All items of an order are in one row. What a group does over lines, a fold does over the array.',
        'Compute `value` with `F.aggregate("items", F.lit(0.0), lambda total, item: …)` in place of the first group.',
      ],
      worked: {
        patch: { files: { [MAIN]: FOLDED_WITH_COLUMN } },
        say: 'The sum is folded over the array in the row where it is. See what is left of the graph.',
      },
      solution: 'solution',
      otherWays: [{ says: 'As an added column.', patch: { files: { [MAIN]: FOLDED_WITH_COLUMN } } }],
    },
    {
      kind: 'verify',
      id: 'compare',
      title: 'Prediction and simulation',
      prose:
        'Simulated, the run goes from {time} to {timeAfter}. How long a fold takes for each row the simulator does not know.',
      shows: { tool: 'playground', situation: 'solution', view: 'physical' },
      of: ['lines', 'shuffles'],
      compare: [
        { label: 'Shuffles, predicted', before: 'shufflesBefore', after: 'shufflesAfter' },
        { label: 'Bytes that move, simulated', before: 'shuffled', after: 'shuffledAfter' },
        { label: 'Operators that multiply rows', before: 'generates', after: 'generatesAfter' },
      ],
      agree: [
        {
          what: 'Shuffles that are left',
          predicted: 'shufflesAfter',
          simulated: 'simulatedAfter',
          within: 1,
          why: 'One group by country is left, and it asks for one.',
        },
      ],
    },
    {
      kind: 'reflect',
      id: 'why',
      title: 'In your own words',
      prose: 'Ines shows the change to a colleague who likes `explode`.',
      ask: 'What did `explode` hide from Spark?',
      model:
        'That the lines of an order came from one row. After it they are {lines} like any others, so they are all made, added up, and the sums moved by order: {shuffled}. Folded in place an order stays one row, and only a few rows for each country move.',
      tradeOffs: [
        {
          action: 'Fold arrays with `F.aggregate`, `F.transform` or `F.filter`.',
          trade_off: 'Functions of items are harder to read than a group.',
          avoid_when: 'Items are needed one by one, such as for a join.',
        },
        {
          action: 'Explode late, after joins and filters.',
          trade_off: 'Arrays travel through the joins.',
          avoid_when: 'A filter on items would leave few of them.',
        },
      ],
      wrongWhen:
        'When lines are grouped by something else, such as by article, they come from different orders and have to meet: then `explode` and a shuffle are right.',
    },
    {
      kind: 'transfer',
      id: 'another-array',
      title: 'Another array',
      prose: 'Other arrays, the same question.',
      vary,
    },
    {
      kind: 'recall',
      id: 'again',
      title: 'Explode and shuffles',
      prose: 'A question about it comes back in a few days.',
      question: {
        kind: 'pick',
        ask: 'Rows are exploded and grouped again by the id of the row they came from. What does Spark do?',
        needs: [],
        options: [
          {
            id: 'shuffle',
            label: 'It shuffles the exploded rows',
            isSo: ({ shufflesBefore, shufflesAfter }) => Number(shufflesBefore) > Number(shufflesAfter),
            say: 'It does not know that they were together.',
          },
          {
            id: 'nothing',
            label: 'It groups them where they are',
            isSo: ({ shufflesBefore, shufflesAfter }) => shufflesBefore === shufflesAfter,
            say: 'For that it would have to know that the id is unique.',
          },
          {
            id: 'removes',
            label: 'It leaves the explode out',
            isSo: ({ generates }) => generates === 0,
            say: 'No rule of the optimizer does that.',
          },
        ],
      },
      reveal: 'Ines’ plan had {shufflesBefore} shuffles, and {shufflesAfter} after the change.',
    },
  ],
};

function hasRepartition(state: EngineState): boolean {
  return predicted(state).findings.some(({ name }) => name.startsWith('repartition'));
}

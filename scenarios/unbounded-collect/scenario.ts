import { stillReadable, stillReads } from '#lib/learn/check/code-checks.ts';
import { hasFinding, operators, predicted, simulated, total } from '#lib/learn/engine/readings.ts';
import { operatorTargets } from '#lib/learn/engine/targets.ts';
import { knobOf, readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import { type Scenario, situations } from '#lib/learn/scenario/scenario.ts';
import { sizes } from '../lake.ts';
import { AGGREGATED, AS_PANDAS, COLLECTED, FIRST_ROWS, WRITTEN } from './programs.ts';
import { rowBytes } from './row-bytes.ts';
import { vary } from './variant.ts';

const [MIB, GIB] = [2 ** 20, 2 ** 30];
const MAIN = 'energy_per_region.py';

const FINDINGS = ['unbounded-collect', 'unbounded-to-pandas', 'loop-over-collect'];

export const unboundedCollect: Scenario = {
  id: 'unbounded-collect',
  title: 'collect() on a big frame',
  concepts: ['driver', 'shuffle'],
  minutes: 8,
  story: {
    who: 'Omar, who adds up meter readings',
    symptom:
      'His program reads {bytes} and ends with `collect()` and a loop. It worked for a village. For the whole country the driver, with {memory}, is gone after some minutes.',
    goal: 'Let the cluster add up, and bring home only what is needed.',
    able: [
      'work out what a `collect` brings to the driver',
      'tell actions that bring rows from actions that bring a number',
      'move a loop over rows into the cluster',
    ],
  },
  situations: situations(
    {
      program: { files: { [MAIN]: COLLECTED }, main: MAIN },
      settings: { spark: '4.3', cores: 20, conf: {} },
      catalog: {
        'lake/meters': {
          format: 'parquet',
          columns: [
            { name: 'meter_id', type: 'bigint' },
            { name: 'region', type: 'string' },
            { name: 'state', type: 'string' },
            { name: 'read_at', type: 'timestamp' },
            { name: 'kwh', type: 'double' },
          ],
          ...sizes(96, 12 * GIB),
        },
      },
      knobs: {
        ...{ dataBytes: 12 * GIB, files: 96, step: 'none', write: false, keyShape: 'uniform', keys: 16 },
        ...{ rowBytes: 56, executors: 5, cores: 4, memoryBytes: 4 * GIB },
      },
    },
    {
      solution: {
        files: { [MAIN]: AGGREGATED },
        knobs: { step: 'aggregate', write: true, adaptive: false, shufflePartitions: 16 },
      },
    },
  ),
  queries: {},
  figures: {
    bytes: knobOf('start', 'dataBytes', 'bytes'),
    memory: knobOf('start', 'memoryBytes', 'bytes'),
    rows: totalOf('start', 'rows', 'records'),
    rowBytes: knobOf('start', 'rowBytes', 'bytes'),
    collected: readOf('start', 'bytes', rowBytes),
    oneTask: readOf('start', 'bytes', (state) => rowBytes(state) / total('scanTasks')(state)),
    regions: knobOf('solution', 'keys', 'count'),
    shuffled: totalOf('solution', 'shuffleBytes', 'bytes'),
    shuffledRows: readOf('solution', 'records', (state) =>
      simulated(state).skylines[0]!.exchange.rows.reduce((sum, rows) => sum + rows, 0),
    ),
    readTasks: totalOf('solution', 'scanTasks', 'tasks'),
    aggregates: readOf('solution', 'count', (state) => Math.min(1, operators(state, /HashAggregate/))),
    aggregatesBefore: readOf('start', 'count', (state) => operators(state, /HashAggregate/)),
  },
  steps: [
    {
      kind: 'observe',
      id: 'find-the-call',
      title: 'Where do rows leave the cluster?',
      prose: 'The program filters, selects two columns, and adds up in a loop.',
      shows: { tool: 'playground', situation: 'start', view: 'physical' },
      task: 'Point at the node of the graph at which all rows go to the driver.',
      points: 'operator',
      among: operatorTargets,
      meant: (state) => predicted(state).graph.nodes.flatMap(({ id, role }) => (role === 'sink' ? [id] : [])),
      nudge: 'It is where the plan ends: what comes after is plain Python in one process.',
    },
    {
      kind: 'predict',
      id: 'how-much',
      title: 'How much comes home?',
      prose:
        'The files have {bytes}, compressed and column by column. That is {rows}; a row has {rowBytes} when it is unpacked.',
      shows: { tool: 'simulator', situation: 'start', view: 'memory' },
      question: {
        kind: 'slider',
        ask: 'How many bytes of rows arrive in the driver, before Python makes objects of them?',
        needs: ['bytes', 'rows', 'rowBytes'],
        truth: 'collected',
        unit: 'bytes',
        ...{ min: MIB, max: 1024 * GIB, scale: 'log', right: 1.25, close: 1.9 },
        beliefs: [
          { answer: 'bytes', say: 'That is the size on disk. Rows travel unpacked.' },
          { answer: 'oneTask', say: 'That is what one task sends. The driver gathers those of all tasks.' },
        ],
      },
      reveal:
        '{collected}, into a driver with {memory}. Spark stops at `spark.driver.maxResultSize`, `1g` by default, if memory does not run out first.',
    },
    {
      kind: 'predict',
      id: 'partial',
      title: 'And if the cluster adds up?',
      prose:
        'There are {regions} regions. With `groupBy("region")` each of {readTasks} adds up its own rows before anything moves.',
      shows: { tool: 'simulator', situation: 'start', view: 'partitions' },
      question: {
        kind: 'slider',
        ask: 'How many rows go through the shuffle?',
        needs: ['regions', 'readTasks', 'rows'],
        truth: 'shuffledRows',
        unit: 'records',
        ...{ min: 1, max: 1_000_000_000, scale: 'log', right: 1.25, close: 3 },
        beliefs: [
          {
            answer: 'rows',
            say: 'So it would be without adding up first. Each task sends one row for each region it met.',
          },
          {
            answer: 'regions',
            say: 'That is what comes out at the end; before it each task has its own sums.',
          },
        ],
      },
      reveal: '{shuffledRows}: tasks times regions. That is {shuffled} in place of {collected}.',
    },
    {
      kind: 'act',
      id: 'add-up-there',
      title: 'Add up over there',
      prose: 'What Omar prints is a line for each region. The rows themselves nobody looks at.',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      task: 'Change the program so that the cluster adds up and only sums reach the driver, or a table.',
      levers: [{ kind: 'code' }],
      checks: [
        {
          id: 'bounded',
          says: 'No action brings all rows to the driver.',
          holds: ({ now }) => FINDINGS.every((rule) => !hasFinding(now, rule)),
        },
        {
          id: 'aggregate',
          says: 'The cluster adds up.',
          holds: ({ now }) => operators(now, /Aggregate/) > 0,
        },
      ],
      keeps: [
        stillReads('The sums are still made of readings by region.', [
          'lake/meters region',
          'lake/meters kwh',
        ]),
        stillReadable(),
      ],
      slips: [
        {
          id: 'pandas',
          patch: { files: { [MAIN]: AS_PANDAS } },
          when: ({ now }) => hasFinding(now, 'unbounded-to-pandas'),
          say: 'With `toPandas` the rows arrive in another form, but all of them arrive.',
        },
        {
          id: 'first-rows',
          patch: { files: { [MAIN]: FIRST_ROWS } },
          when: ({ now }) => predicted(now).prediction.actions.some(({ method }) => method === 'take'),
          say: 'That fits into the driver, but it is the sum of some rows only.',
        },
      ],
      hints: [
        'Look at what the loop keeps: a sum for each region.',
        'What a loop does for each key, `groupBy` and an aggregate do in the cluster.',
        'Replace the loop by `groupBy("region").agg(F.sum("kwh"))`, and collect that.',
      ],
      worked: {
        patch: { files: { [MAIN]: AGGREGATED.replace('.orderBy("region")', '') } },
        say: 'The cluster adds up now. The loop printed regions in order: where does that happen?',
      },
      solution: 'solution',
      otherWays: [{ says: 'Write the sums as a table.', patch: { files: { [MAIN]: WRITTEN } } }],
    },
    {
      kind: 'verify',
      id: 'compare',
      title: 'Prediction and simulation',
      prose:
        'A driver that runs out of memory leaves no log worth reading, so this one is predicted and simulated.',
      shows: { tool: 'playground', situation: 'solution', view: 'stages' },
      of: ['how-much', 'partial'],
      compare: [
        { label: 'Rows that move', before: 'rows', after: 'shuffledRows' },
        { label: 'Bytes that move', before: 'collected', after: 'shuffled' },
        { label: 'Aggregates in the plan', before: 'aggregatesBefore', after: 'aggregates' },
      ],
      agree: [],
    },
    {
      kind: 'reflect',
      id: 'why',
      title: 'In your own words',
      prose: 'Omar’s village had worked for a year.',
      ask: 'Why did the program work on little data and not on much, and what decides what may be collected?',
      model:
        'The driver is one process. What it collects grows with the rows, so it works until the day it does not. What may be collected is bounded by something other than the data: a number of regions, a limit, one number.',
      tradeOffs: [
        {
          action: 'Aggregate in the cluster, then collect.',
          trade_off: 'A small shuffle.',
          avoid_when: 'Groups are nearly as many as rows.',
        },
        {
          action: 'Write the result and read from there.',
          trade_off: 'A table to look after.',
          avoid_when: 'A handful of numbers is all that is wanted.',
        },
        {
          action: 'Go through partitions with `toLocalIterator`.',
          trade_off: 'A job for each partition, one after the other.',
          avoid_when: 'The driver has to see all rows again and again.',
        },
      ],
      wrongWhen:
        'A result that is small by its nature may be collected: a list of countries, the top ten, a sum. Rewriting such a loop gains nothing.',
    },
    {
      kind: 'transfer',
      id: 'another-collect',
      title: 'Another collect',
      prose: 'Another program brings rows home.',
      vary,
    },
    {
      kind: 'recall',
      id: 'again',
      title: 'What may be collected',
      prose: 'A question about it comes back in a few days.',
      question: {
        kind: 'pick',
        ask: 'A table of Parquet files is collected. How do the bytes that arrive compare with those on disk?',
        needs: [],
        options: [
          {
            id: 'more',
            label: 'More arrive',
            isSo: ({ collected, bytes }) => Number(collected) > 1.05 * Number(bytes),
            say: 'Rows are unpacked, and Python makes objects of them on top.',
          },
          {
            id: 'same',
            label: 'As many',
            isSo: ({ collected, bytes }) => Math.abs(Number(collected) / Number(bytes) - 1) <= 0.05,
            say: 'Files are compressed and hold columns, rows are not and do not.',
          },
          {
            id: 'fewer',
            label: 'Fewer: the driver takes a sample',
            isSo: ({ collected, bytes }) => Number(collected) < 0.95 * Number(bytes),
            say: 'All rows arrive; `take` and `show` bring some.',
          },
        ],
      },
      reveal: 'Omar’s {bytes} became {collected}.',
    },
  ],
};

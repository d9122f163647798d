import { sameResult, stillReadable } from '#lib/learn/check/code-checks.ts';
import type { EngineState } from '#lib/learn/engine/engine-state.ts';
import { operators, predicted, shuffles, simulated } from '#lib/learn/engine/readings.ts';
import { knobOf, readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import { type Scenario, situations } from '#lib/learn/scenario/scenario.ts';
import { sizes } from '../lake.ts';
import { limitedTo, MAIN_BROADCAST, WITH_HINT, WITH_LIMIT, WITHOUT_LIMIT } from './programs.ts';
import { vary } from './variant.ts';

const [MIB, GIB] = [2 ** 20, 2 ** 30];
const MAIN = 'device_sessions.py';

const joinOf = (state: EngineState) => predicted(state).prediction.actions[0]?.joins[0];
const isBroadcast = (state: EngineState) => operators(state, /^BroadcastHashJoin$/) > 0;
/** Rows of the other side as they are in memory. */
const builtBytes = (state: EngineState) => {
  const { other, knobs } = simulated(state);
  return (other?.rows ?? 0) * knobs.rowBytes;
};

export const broadcastLimit: Scenario = {
  id: 'broadcast-limit',
  title: 'The broadcast that killed the driver',
  concepts: ['broadcast', 'join', 'driver'],
  minutes: 9,
  story: {
    who: 'Tomas, on call for the device reports',
    symptom:
      'Since the devices table grew to {otherBytes}, the driver dies before a single row is joined. It has {memory}. A year ago somebody had raised the broadcast limit "because shuffles are slow".',
    goal: 'Find out what arrives in the driver, and have the join run another way.',
    able: [
      'say what of a broadcast is held where',
      'tell the size of a table on disk from its size in memory',
      'say which setting chooses a broadcast',
    ],
  },
  situations: situations(
    {
      program: { files: { [MAIN]: WITH_LIMIT }, main: MAIN },
      settings: { spark: '4.3', cores: 20, conf: {} },
      catalog: {
        'lake/sessions': {
          format: 'parquet',
          columns: [
            { name: 'device_id', type: 'bigint' },
            { name: 'day', type: 'date' },
            { name: 'seconds', type: 'int' },
          ],
          ...sizes(480, 60 * GIB),
        },
        'lake/devices': {
          format: 'parquet',
          columns: [
            { name: 'device_id', type: 'bigint' },
            { name: 'model', type: 'string' },
            { name: 'owner', type: 'string' },
          ],
          ...sizes(12, 1.5 * GIB),
        },
      },
      knobs: {
        ...{ dataBytes: 60 * GIB, files: 480, step: 'join', otherBytes: 1.5 * GIB, otherFiles: 12 },
        ...{ expansion: 3, keyShape: 'uniform', keys: 100_000, broadcastThreshold: 2 * GIB },
        ...{ executors: 5, cores: 4, memoryBytes: 4 * GIB },
      },
    },
    {
      solution: { files: { [MAIN]: WITHOUT_LIMIT }, knobs: { broadcastThreshold: 10 * MIB } },
    },
  ),
  queries: {},
  figures: {
    otherBytes: knobOf('start', 'otherBytes', 'bytes'),
    memory: knobOf('start', 'memoryBytes', 'bytes'),
    limit: knobOf('start', 'broadcastThreshold', 'bytes'),
    standard: knobOf('solution', 'broadcastThreshold', 'bytes'),
    executors: knobOf('start', 'executors', 'count'),
    built: readOf('start', 'bytes', builtBytes),
    everywhere: readOf(
      'start',
      'bytes',
      (state) => builtBytes(state) * (simulated(state).knobs.executors + 1),
    ),
    expansion: readOf('start', 'ratio', (state) => simulated(state).source.expansion),
    join: readOf('start', 'text', (state) => joinOf(state)?.type ?? 'none'),
    joinAfter: readOf('solution', 'text', (state) => joinOf(state)?.type ?? 'none'),
    shufflesBefore: readOf('start', 'count', shuffles),
    shufflesAfter: readOf('solution', 'count', shuffles),
    simulatedAfter: readOf('solution', 'count', (state) => simulated(state).skylines.length + 1),
    shuffledAfter: totalOf('solution', 'shuffleBytes', 'bytes'),
  },
  steps: [
    {
      kind: 'observe',
      id: 'find-the-line',
      title: 'Which way does the table go?',
      prose: 'The graph shows the plan of the program: two tables are read, joined and counted.',
      shows: { tool: 'playground', situation: 'start', view: 'physical' },
      task: 'Point at the exchange that sends the devices to every executor.',
      points: 'exchange',
      among: (state) =>
        predicted(state).graph.edges.flatMap(({ id, kind, exchange }) =>
          exchange ? [{ id, label: `${kind} ${exchange.keys.join(', ')}` }] : [],
        ),
      meant: (state) =>
        predicted(state).graph.edges.flatMap(({ id, kind }) => (kind === 'broadcast' ? [id] : [])),
      nudge: 'A shuffle has keys that rows are spread by; a broadcast has one copy for everybody.',
    },
    {
      kind: 'predict',
      id: 'join',
      title: 'How will Spark join?',
      prose:
        'The program sets `spark.sql.autoBroadcastJoinThreshold` to {limit}. The devices have {otherBytes} on disk.',
      shows: { tool: 'playground', situation: 'solution', view: 'code' },
      question: {
        kind: 'pick',
        ask: 'Which join does Spark plan with that setting?',
        needs: ['limit', 'otherBytes'],
        options: [
          {
            id: 'broadcast',
            label: 'It sends the devices to every executor',
            isSo: ({ join }) => join === 'BroadcastHashJoin',
            say: 'The size of the files is below the limit, and that is all that is asked.',
          },
          {
            id: 'merge',
            label: 'It shuffles and sorts both tables',
            isSo: ({ join }) => join === 'SortMergeJoin',
            say: 'So it would be with the default limit of {standard}. Here it was raised.',
          },
          {
            id: 'hash',
            label: 'It shuffles both and builds hash tables',
            isSo: ({ join }) => join === 'ShuffledHashJoin',
            say: 'That has to be asked for: by default Spark prefers to sort and merge.',
          },
        ],
      },
      reveal: 'A {join}: the limit was raised so that the table fits below it.',
    },
    {
      kind: 'predict',
      id: 'driver',
      title: 'What arrives in the driver?',
      prose:
        'Before the table goes out, all of its rows come to the driver. In files they are packed and compressed; in memory they take {expansion} as much as there.',
      shows: { tool: 'simulator', situation: 'start', view: 'memory' },
      question: {
        kind: 'slider',
        ask: 'How many bytes of rows does the driver hold?',
        needs: ['otherBytes', 'expansion'],
        truth: 'built',
        unit: 'bytes',
        ...{ min: 64 * MIB, max: 64 * GIB, scale: 'log', right: 1.25, close: 2 },
        beliefs: [
          {
            answer: 'otherBytes',
            say: 'That is its size on disk. Rows in memory are neither packed nor compressed.',
          },
          {
            answer: 'limit',
            say: 'The limit is compared with the size of the files; it bounds nothing in memory.',
          },
        ],
      },
      reveal:
        '{built}, in a driver with {memory}. Then each of {executors} executors holds a copy: {everywhere} in all, before hash tables are counted.',
    },
    {
      kind: 'act',
      id: 'join-otherwise',
      title: 'Join another way',
      prose: 'The table will go on growing. A larger driver would be a matter of months.',
      shows: { tool: 'playground', situation: 'start', view: 'physical' },
      task: 'Change the program so that neither table is sent to every executor. The result stays as it is.',
      levers: [{ kind: 'code' }],
      checks: [
        { id: 'no-broadcast', says: 'No table is broadcast.', holds: ({ now }) => !isBroadcast(now) },
        {
          id: 'shuffled',
          says: 'Both tables are shuffled by the key.',
          holds: ({ now }) => shuffles(now) > 1,
        },
      ],
      keeps: [sameResult(), stillReadable()],
      slips: [
        {
          id: 'other-side',
          patch: { files: { [MAIN]: MAIN_BROADCAST } },
          when: ({ now }) => isBroadcast(now) && joinOf(now)?.buildSide === 'left',
          say: 'Now the sessions are sent everywhere, and they are far larger.',
        },
        {
          id: 'still-above',
          patch: { files: { [MAIN]: limitedTo('1800m') } },
          when: ({ now, start }) => isBroadcast(now) && joinOf(now)?.because !== joinOf(start)?.because,
          say: 'The limit is still above the size of the devices.',
        },
      ],
      hints: [
        'Look at the setting at the top of the program, and at the reason that the join gives in the graph.',
        'Spark broadcasts a side whose files are below the limit, unless a hint asks for another join.',
        'Take the line with the setting out, or give the devices the hint `merge`.',
      ],
      worked: {
        patch: { files: { [MAIN]: limitedTo('1g') } },
        say: 'The limit is below the size of the devices now. Is a limit of that size a good one for other joins?',
      },
      solution: 'solution',
      otherWays: [
        { says: 'Ask for a merge join with a hint.', patch: { files: { [MAIN]: WITH_HINT } } },
        { says: 'Switch broadcasts off for this program.', patch: { files: { [MAIN]: limitedTo('-1') } } },
      ],
    },
    {
      kind: 'verify',
      id: 'compare',
      title: 'Prediction and simulation',
      prose:
        'There is no log of this one: a driver that dies leaves none that ends. So it is predicted and simulated only. The price of the change: {shuffledAfter} go through shuffles.',
      shows: { tool: 'simulator', situation: 'solution', view: 'partitions' },
      of: ['join', 'driver'],
      compare: [
        { label: 'Join, predicted', before: 'join', after: 'joinAfter' },
        { label: 'Shuffles, predicted', before: 'shufflesBefore', after: 'shufflesAfter' },
      ],
      agree: [
        {
          what: 'Shuffles of the new plan',
          predicted: 'shufflesAfter',
          simulated: 'simulatedAfter',
          within: 1,
          why: 'Both choose the join by the same rule: one shuffle for each side, and one for the count after it.',
        },
      ],
    },
    {
      kind: 'reflect',
      id: 'why',
      title: 'In your own words',
      prose: 'Tomas writes down why the setting is gone.',
      ask: 'What made a setting that was right for a year take the driver down?',
      model:
        'The limit is held against the size of the files. The table grew below it, and {otherBytes} of files are {built} of rows, which all pass through the driver. Nothing warned, because by the setting everything was in order.',
      tradeOffs: [
        {
          action: 'Leave the limit at its default.',
          trade_off: 'Both sides are shuffled.',
          avoid_when: 'A side is small for certain: then give it a hint.',
        },
        {
          action: 'Read fewer columns and rows of the small side.',
          trade_off: 'None, where they are not needed.',
          avoid_when: 'What is left is still large.',
        },
        {
          action: 'A larger driver.',
          trade_off: 'It is paid for in every run.',
          avoid_when: 'The table goes on growing.',
        },
      ],
      wrongWhen:
        'For a table that stays small a broadcast is the right thing: it saves both shuffles. Switching it off everywhere makes many joins dearer.',
    },
    {
      kind: 'transfer',
      id: 'another-limit',
      title: 'Another limit',
      prose: 'Another join, near its limit.',
      vary,
    },
    {
      kind: 'recall',
      id: 'again',
      title: 'What a broadcast takes',
      prose: 'A question about it comes back in a few days.',
      question: {
        kind: 'pick',
        ask: 'A table of Parquet files is broadcast. What does the driver have to hold?',
        needs: [],
        options: [
          {
            id: 'rows',
            label: 'All its rows, larger than the files',
            isSo: ({ built, otherBytes }) => Number(built) > Number(otherBytes),
            say: 'Rows are collected, unpacked, and sent from there.',
          },
          {
            id: 'files',
            label: 'As much as the files have',
            isSo: ({ built, otherBytes }) => built === otherBytes,
            say: 'Files are compressed; rows in memory are not.',
          },
          {
            id: 'nothing',
            label: 'Nothing: executors read the files themselves',
            isSo: ({ built }) => built === 0,
            say: 'Executors read them, but the rows are then gathered in the driver.',
          },
        ],
      },
      reveal: '{otherBytes} of files were {built} of rows.',
    },
  ],
};

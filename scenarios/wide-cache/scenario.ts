import { sameResult, stillReadable } from '#lib/learn/check/code-checks.ts';
import type { EngineState } from '#lib/learn/engine/engine-state.ts';
import { predicted } from '#lib/learn/engine/readings.ts';
import { operatorTargets } from '#lib/learn/engine/targets.ts';
import { knobOf, readOf } from '#lib/learn/scenario/figures.ts';
import { type Scenario, situations } from '#lib/learn/scenario/scenario.ts';
import { sizes } from '../lake.ts';
import { cachedColumns, cacheReads, frameBytes, heaps, pool } from './cache-size.ts';
import { ALL_COLUMNS, DROPPED_COLUMNS, NEEDED_COLUMNS, WITHOUT_CACHE, WITHOUT_ONE } from './programs.ts';
import { vary } from './variant.ts';

const GIB = 2 ** 30;
const MAIN = 'campaign_report.py';

const keptShare = (state: EngineState) => Math.min(1, pool(state) / frameBytes(state));

export const wideCache: Scenario = {
  id: 'wide-cache',
  title: 'The cache that evicts itself',
  concepts: ['caching', 'spill'],
  minutes: 9,
  story: {
    who: 'Nora, who builds two reports from the same clicks',
    symptom:
      'She caches {frame} of rows so that they are read once, on executors with {heaps} in all. The second report takes as long as the first.',
    goal: 'Keep in memory what is read again, and no more.',
    able: [
      'work out how much of a cluster’s memory a cache may take',
      'say what happens to rows that do not fit',
      'decide what is worth keeping',
    ],
  },
  situations: situations(
    {
      program: { files: { [MAIN]: ALL_COLUMNS }, main: MAIN },
      settings: { spark: '4.3', cores: 20, conf: {} },
      catalog: {
        'lake/events': {
          format: 'parquet',
          columns: [
            { name: 'event_id', type: 'bigint' },
            { name: 'kind', type: 'string' },
            { name: 'campaign', type: 'int' },
            { name: 'day', type: 'date' },
            { name: 'cost', type: 'double' },
            { name: 'url', type: 'string' },
            { name: 'referrer', type: 'string' },
            { name: 'agent', type: 'string' },
            { name: 'payload', type: 'string' },
          ],
          ...sizes(320, 40 * GIB),
        },
      },
      knobs: {
        ...{
          dataBytes: 40 * GIB,
          files: 320,
          rowBytes: 480,
          step: 'aggregate',
          keyShape: 'uniform',
          keys: 5000,
        },
        ...{ executors: 5, cores: 4, memoryBytes: 8 * GIB, expansion: 2 },
      },
    },
    {
      solution: { files: { [MAIN]: NEEDED_COLUMNS }, knobs: { rowBytes: 32, expansion: 2 * (32 / 480) } },
    },
  ),
  queries: {},
  figures: {
    frame: readOf('start', 'bytes', frameBytes),
    heaps: readOf('start', 'bytes', heaps),
    heap: knobOf('start', 'memoryBytes', 'bytes'),
    executors: knobOf('start', 'executors', 'count'),
    pool: readOf('start', 'bytes', pool),
    kept: readOf('start', 'share', keptShare),
    missing: readOf('start', 'share', (state) => 1 - keptShare(state)),
    narrow: readOf('solution', 'bytes', frameBytes),
    keptAfter: readOf('solution', 'share', keptShare),
    columns: readOf('start', 'count', cachedColumns),
    columnsAfter: readOf('solution', 'count', cachedColumns),
    reads: readOf('start', 'count', cacheReads),
    readsAfter: readOf('solution', 'count', cacheReads),
  },
  steps: [
    {
      kind: 'observe',
      id: 'find-the-cache',
      title: 'What is kept?',
      prose: 'The graph shows both reports. Each begins with rows that were cached.',
      shows: { tool: 'playground', situation: 'start', view: 'physical' },
      task: 'Point at a node that reads cached rows.',
      points: 'operator',
      among: operatorTargets,
      meant: (state) =>
        predicted(state).graph.nodes.flatMap(({ id, marks }) => (marks.includes('cache') ? [id] : [])),
      nudge: 'Its name says that it scans a table in memory.',
    },
    {
      kind: 'predict',
      id: 'room',
      title: 'How much room is there?',
      prose: 'There are {executors} executors with a heap of {heap} each.',
      shows: { tool: 'simulator', situation: 'start', view: 'memory' },
      question: {
        kind: 'slider',
        ask: 'How much may cached rows take in all, while nothing else needs memory?',
        needs: ['executors', 'heap'],
        truth: 'pool',
        unit: 'bytes',
        ...{ min: GIB, max: 256 * GIB, scale: 'log', right: 1.15, close: 1.5 },
        beliefs: [
          {
            answer: 'heaps',
            say: 'That is all of the heaps. A part is reserved, and two fifths of the rest are for objects of the program.',
          },
        ],
      },
      reveal:
        '{pool}: three fifths of what is left of each heap after the reserve. Sorts and joins take from the same room.',
    },
    {
      kind: 'predict',
      id: 'second-report',
      title: 'What does the second report read?',
      prose: 'The cached frame has {frame} of rows, the room is {pool}.',
      shows: { tool: 'simulator', situation: 'start', view: 'memory' },
      question: {
        kind: 'slider',
        ask: 'What share of the frame can be in memory, at most, before rows are packed?',
        needs: ['frame', 'pool'],
        truth: 'kept',
        unit: 'share',
        ...{ min: 0, max: 1, scale: 'linear', right: 0.06, close: 0.15 },
        beliefs: [
          {
            answer: 'keptAfter',
            say: '`cache` is a wish. Partitions that find no room go to disk or are dropped, and pushed out ones are read from there.',
          },
        ],
      },
      reveal:
        'About {kept}. The other {missing} are written to local disk and read again, or computed anew, while memory is full for everybody else.',
    },
    {
      kind: 'act',
      id: 'keep-less',
      title: 'Keep less',
      prose: 'The cache holds {columns} columns of each click. Look at what the two reports ask for.',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      task: 'Change the program so that the cache holds no more than the reports need. Both still read from it.',
      levers: [{ kind: 'code' }],
      checks: [
        {
          id: 'narrow',
          says: 'The cache holds only columns that are read.',
          holds: ({ now }) => cachedColumns(now) > 0 && cachedColumns(now) <= 3,
        },
      ],
      keeps: [
        { id: 'kept', says: 'Both reports read from the cache.', holds: ({ now }) => cacheReads(now) >= 2 },
        sameResult(),
        stillReadable(),
      ],
      slips: [
        {
          id: 'no-cache',
          patch: { files: { [MAIN]: WITHOUT_CACHE } },
          when: ({ now }) => cacheReads(now) === 0,
          say: 'Without a cache each report reads the files again. That can be right, but here both need the same few columns.',
        },
        {
          id: 'still-wide',
          patch: { files: { [MAIN]: WITHOUT_ONE } },
          when: ({ now, start }) => cachedColumns(now) > 3 && cachedColumns(now) < cachedColumns(start),
          say: 'That is less, but columns are still kept that nobody reads.',
        },
      ],
      hints: [
        'Look at the columns that the two reports name, and at where `cache` stands.',
        'What is cached is the whole frame that `cache` is called on: later selections take nothing out of it.',
        'Put `select("campaign", "day", "cost")` in front of `cache()`.',
      ],
      worked: {
        patch: { files: { [MAIN]: WITHOUT_ONE } },
        say: 'The widest column is out of the cache. Which of the others does a report read?',
      },
      solution: 'solution',
      otherWays: [
        { says: 'Drop what is not needed, and persist.', patch: { files: { [MAIN]: DROPPED_COLUMNS } } },
      ],
    },
    {
      kind: 'verify',
      id: 'compare',
      title: 'Prediction and simulation',
      prose: 'The plan keeps fewer columns, and the simulator counts their bytes.',
      shows: { tool: 'playground', situation: 'solution', view: 'physical' },
      of: ['room', 'second-report'],
      compare: [
        { label: 'Columns kept, predicted', before: 'columns', after: 'columnsAfter' },
        { label: 'Bytes to keep, simulated', before: 'frame', after: 'narrow' },
        { label: 'Share that fits, simulated', before: 'kept', after: 'keptAfter' },
        { label: 'Reads from the cache, predicted', before: 'reads', after: 'readsAfter' },
      ],
      agree: [],
    },
    {
      kind: 'reflect',
      id: 'why',
      title: 'In your own words',
      prose: 'Nora is about to ask for larger executors.',
      ask: 'Why did the cache not help, and what is worth caching?',
      model:
        'It held all columns: {frame} for a room of {pool}. Most partitions were pushed out before they were read again. Worth caching is what is costly to make, read more than once, and small enough to stay: here three columns, {narrow}.',
      tradeOffs: [
        {
          action: 'Select and filter before `cache`.',
          trade_off: 'Another report with other columns reads the files again.',
          avoid_when: 'Everything is read later on.',
        },
        {
          action: 'Leave the cache out.',
          trade_off: 'Files are read once for each action, with filters pushed into the read.',
          avoid_when: 'The frame is the result of a long chain of joins.',
        },
        {
          action: 'Write the shared part to a table.',
          trade_off: 'A table to look after.',
          avoid_when: 'It lives no longer than the program.',
        },
      ],
      wrongWhen:
        'Where a frame is read once, or files are quick to read with pushed filters, a cache of any width costs more than it gives. And `unpersist` belongs behind the last reader.',
    },
    {
      kind: 'transfer',
      id: 'another-cache',
      title: 'Another cache',
      prose: 'Another frame, another cluster.',
      vary,
    },
    {
      kind: 'recall',
      id: 'again',
      title: 'Room for a cache',
      prose: 'A question about it comes back in a few days.',
      question: {
        kind: 'pick',
        ask: 'How much of an executor’s heap may hold cached rows and the work of tasks together, by default?',
        needs: [],
        options: [
          {
            id: 'fifths',
            label: 'Somewhat less than three fifths',
            isSo: ({ pool: room, heaps: all }) =>
              Number(room) / Number(all) > 0.5 && Number(room) / Number(all) < 0.6,
            say: 'A reserve is taken off first, then two fifths for the program’s own objects.',
          },
          {
            id: 'all',
            label: 'All of it',
            isSo: ({ pool: room, heaps: all }) => Number(room) / Number(all) > 0.95,
            say: 'The program needs room for its own objects.',
          },
          {
            id: 'third',
            label: 'About a third',
            isSo: ({ pool: room, heaps: all }) => Number(room) / Number(all) <= 0.5,
            say: 'That is about what cached rows may keep against tasks that want it.',
          },
        ],
      },
      reveal: 'Of {heaps} Nora’s cluster had {pool} for data.',
    },
  ],
};

import { fileURLToPath } from 'node:url';
import { openTestLog } from '#lib/duckdb/testing.ts';
import * as sql from '#lib/pyspark/sql/parse-sql.ts';
import { nodeWasmFiles } from '#lib/pyspark/syntax/node-wasm.ts';
import { loadPython } from '#lib/pyspark/syntax/parser.ts';
import type { PipelineRun } from '#lib/simulator/pipeline/pipeline-run.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import { codeState } from './engine/code-state.ts';
import type { CodeState, EngineState, Measurement, QueryAnswer } from './engine/engine-state.ts';
import { type Engines, lookAt } from './engine/look-at.ts';
import { askTables, measure } from './engine/measurement.ts';
import { total } from './engine/readings.ts';
import type { Workspace } from './engine/workspace.ts';
import { type Scenario, situations } from './scenario/scenario.ts';

const LOGS = fileURLToPath(new URL('../../public/samples/scenarios/', import.meta.url));

const language = await loadPython(nodeWasmFiles());
/** A log is read once for each set of queries, a program once for each of its texts, knobs once for each setting. */
const knownLogs = new Map<string, Promise<Measurement>>();
const knownAnswers = new Map<string, Promise<QueryAnswer>>();
const knownPrograms = new Map<string, Promise<CodeState>>();
const knownRuns = new Map<string, Promise<PipelineRun>>();

/** The engines that ship, in Node. */
export const nodeEngines: Engines = {
  predict: (program, settings, catalog) =>
    once(knownPrograms, [program, settings, catalog], () =>
      codeState(program, { language, settings, catalog, loadSql: async () => sql }),
    ),
  simulate: (knobs) => once(knownRuns, knobs, async () => runPipeline(knobs)),
  measure: (log, queries) =>
    once(knownLogs, [log, queries], () => withLog(log, (query) => measure(query, queries))),
  ask: (log, sql) => once(knownAnswers, [log, sql], () => withLog(log, (query) => askTables(query, sql))),
};

function once<T>(known: Map<string, Promise<T>>, of: unknown, make: () => Promise<T>): Promise<T> {
  const key = JSON.stringify(of);
  const before = known.get(key) ?? make();
  known.set(key, before);
  return before;
}

async function withLog<T>(log: string, use: (query: QueryRunner) => Promise<T>): Promise<T> {
  const { database, query } = await openTestLog(`${LOGS}${log}.zstd`);
  try {
    return await use(query);
  } finally {
    await database.close();
  }
}

export function lookInNode(
  workspace: Workspace,
  { queries }: Pick<Scenario, 'queries'>,
): Promise<EngineState> {
  return lookAt(workspace, queries, nodeEngines);
}

const partitions = (state: EngineState) => total('reduceTasks')(state);
const shown = { tool: 'simulator', situation: 'start', view: 'partitions' } as const;

/** One step of each kind, over the simulator: what the engine of scenarios is tried on. */
export const SHORT_SCENARIO: Scenario = {
  id: 'short',
  title: 'Too many tasks',
  concepts: ['partition'],
  minutes: 5,
  story: {
    who: 'Ada, who looks after a report',
    symptom: 'It runs {tasks} tasks for next to nothing.',
    goal: 'Have fewer tasks.',
    able: ['say how many tasks a shuffle has'],
  },
  situations: situations(
    { knobs: { dataBytes: 64 * 2 ** 20, files: 4, step: 'aggregate', keys: 1000, adaptive: false } },
    { solution: { knobs: { shufflePartitions: 8 } } },
  ),
  queries: {},
  figures: {
    tasks: { of: 'start', unit: 'tasks', read: partitions },
    after: { of: 'solution', unit: 'tasks', read: partitions },
  },
  steps: [
    {
      ...{ kind: 'observe', id: 'look', title: 'Look', prose: 'There are {tasks}.', shows: shown },
      ...{ task: 'Find the stage after the shuffle.', points: 'stage', nudge: 'It is the last one.' },
      among: ({ simulation }) => simulation!.stages.map(({ id, name }) => ({ id: String(id), label: name })),
      meant: ({ simulation }) => [String(simulation!.stages.at(-1)!.id)],
    },
    {
      ...{
        kind: 'predict',
        id: 'guess',
        title: 'Predict',
        prose: 'The setting is at its default.',
        shows: shown,
      },
      reveal: 'It is {tasks}, as the setting says.',
      question: {
        ...{ kind: 'slider', ask: 'How many tasks?', needs: ['tasks'], truth: 'tasks', unit: 'tasks' },
        ...{ min: 1, max: 1000, scale: 'log', right: 1.1, close: 2, beliefs: [] },
      },
    },
    {
      ...{ kind: 'act', id: 'fix', title: 'Change it', prose: 'Have fewer.', shows: shown },
      task: 'Have ten tasks at most.',
      levers: [{ kind: 'knobs', ids: ['shufflePartitions', 'adaptive', 'parallelismFirst'] }],
      checks: [{ id: 'few', says: 'Ten tasks at most.', holds: ({ now }) => partitions(now) <= 10 }],
      keeps: [],
      slips: [
        {
          ...{ id: 'more', say: 'These are more.', patch: { knobs: { shufflePartitions: 400 } } },
          when: ({ now, start }) => partitions(now) > partitions(start),
        },
      ],
      hints: ['Look at the setting.', 'A shuffle has as many tasks as partitions.', 'Set a smaller number.'],
      worked: { patch: { knobs: { shufflePartitions: 8 } }, say: 'The setting is smaller now.' },
      solution: 'solution',
      otherWays: [
        { says: 'Let Spark join partitions.', patch: { knobs: { adaptive: true, parallelismFirst: false } } },
      ],
    },
    {
      ...{ kind: 'verify', id: 'see', title: 'See', prose: 'Now there are {after}.', shows: shown },
      ...{ of: ['guess'], compare: [{ label: 'Tasks', before: 'tasks', after: 'after' }], agree: [] },
    },
    {
      ...{ kind: 'reflect', id: 'why', title: 'Why', prose: 'In your words.', ask: 'Why did that help?' },
      model: 'Each task costs something before it reads its first row.',
      tradeOffs: [{ action: 'Fewer partitions.', trade_off: 'Larger tasks.', avoid_when: 'Tasks spill.' }],
      wrongWhen: 'When there is much data.',
    },
    {
      ...{ kind: 'transfer', id: 'elsewhere', title: 'Elsewhere', prose: 'The same thought, other numbers.' },
      vary: (random) => {
        const count = random.between(20, 400);
        return {
          story: 'A report with {count} partitions.',
          workspace: { knobs: { step: 'aggregate', adaptive: false, shufflePartitions: count } },
          shows: { ...shown, situation: 'variant' },
          figures: { count: { of: 'variant', unit: 'count', read: partitions } },
          reveal: 'As many as partitions: {count}.',
          question: {
            ...{ kind: 'slider', ask: 'How many tasks?', needs: ['count'], truth: 'count', unit: 'tasks' },
            ...{ min: 1, max: 1000, scale: 'log', right: 1.1, close: 2, beliefs: [] },
          },
        };
      },
    },
    {
      ...{ kind: 'recall', id: 'again', title: 'Again', prose: 'Later.', reveal: 'It was {tasks}.' },
      question: {
        ...{ kind: 'slider', ask: 'How many tasks did it have?', needs: [], truth: 'tasks', unit: 'tasks' },
        ...{ min: 1, max: 1000, scale: 'log', right: 1.1, close: 2, beliefs: [] },
      },
    },
  ],
};

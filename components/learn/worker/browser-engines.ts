import { pythonWasm } from '#components/playground/worker/python-wasm.ts';
import { codeState } from '#lib/learn/engine/code-state.ts';
import type { Engines } from '#lib/learn/engine/look-at.ts';
import { askTables, measure } from '#lib/learn/engine/measurement.ts';
import { loadPython, type PythonLanguage } from '#lib/pyspark/syntax/parser.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import { LogTables } from './log-tables.ts';
import { remember } from './remember.ts';

/** What is remembered: all situations of a scenario with its variant, and the latest states of the learner's work. */
const MOST = { programs: 24, runs: 24, logs: 6, answers: 6 } as const;

/** The engines that ship, in a worker of the browser. */
export function browserEngines(): Engines {
  const tables = new LogTables();
  let starting: Promise<PythonLanguage> | undefined;
  const language = () => {
    starting ??= loadPython(pythonWasm()).catch((error: unknown) => {
      starting = undefined;
      throw error;
    });
    return starting;
  };
  return {
    predict: remember(MOST.programs, async (program, settings, catalog) =>
      codeState(program, {
        language: await language(),
        settings,
        catalog,
        loadSql: () => import('#lib/pyspark/sql/parse-sql.ts'),
      }),
    ),
    simulate: remember(MOST.runs, async (knobs) => runPipeline(knobs)),
    measure: remember(MOST.logs, (log, queries) => tables.use(log, (query) => measure(query, queries))),
    ask: remember(MOST.answers, (log, sql) => tables.use(log, (query) => askTables(query, sql))),
  };
}

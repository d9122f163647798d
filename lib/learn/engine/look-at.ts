import { UserError } from '#lib/base/assert.ts';
import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';
import type { PipelineRun } from '#lib/simulator/pipeline/pipeline-run.ts';
import type { CodeState, EngineState, Measurement, QueryAnswer } from './engine-state.ts';
import type { Queries } from './measurement.ts';
import type { ProgramText, Workspace } from './workspace.ts';

/** The engines as the page, its workers or a test bring them. */
export interface Engines {
  readonly predict: (program: ProgramText, settings: PlanSettings, catalog: Catalog) => Promise<CodeState>;
  readonly simulate: (knobs: Knobs) => PipelineRun | Promise<PipelineRun>;
  readonly measure: (log: string, queries: Queries) => Promise<Measurement>;
  /** A question of the learner to the log; throws `UserError` where it fails. */
  readonly ask: (log: string, sql: string) => Promise<QueryAnswer>;
}

/** Under what a program is predicted where a scenario says nothing else. */
export const SETTINGS: PlanSettings = { spark: DEFAULT_KNOBS.spark, cores: 4, conf: {} };

/** Asks each engine that the workspace has something for. What a learner typed may be refused: then it says why. */
export async function lookAt(
  workspace: Workspace,
  queries: Queries,
  { predict, simulate, measure, ask }: Engines,
): Promise<EngineState> {
  const { program, settings, catalog, knobs, log, sql } = workspace;
  const problems: string[] = [];
  const attempt = async <T>(answer: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await answer();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push([error.message, error.hint].filter(Boolean).join(' '));
      return undefined;
    }
  };
  const prediction = program && (await attempt(() => predict(program, settings ?? SETTINGS, catalog ?? {})));
  const simulation = knobs && (await attempt(() => simulate({ ...DEFAULT_KNOBS, ...knobs })));
  const measurement = log === undefined ? undefined : await attempt(() => measure(log, queries));
  const answer = log === undefined || sql === undefined ? undefined : await attempt(() => ask(log, sql));
  return {
    ...(prediction ? { prediction } : {}),
    ...(simulation ? { simulation } : {}),
    ...(measurement ? { measurement: { ...measurement, ...(answer ? { answer } : {}) } } : {}),
    problems,
  };
}

import { actionEnd, type Lane } from '#lib/plan/graph/lane.ts';
import { newHistory } from '#lib/plan/jobs/run.ts';
import { predictAction } from '#lib/plan/predict-action.ts';
import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import type { PredictedStep, ReadProject } from '../predict-program.ts';
import { type UnrunFrame, unrunFrames } from './unrun-frames.ts';

/** What a graph shows one after the other. */
export interface ProgramLane extends Lane {
  readonly method: string;
  readonly runBy: 'action' | 'stream' | 'nothing';
  /** Conditions that depend on the run and under which it happens. */
  readonly conditions: readonly string[];
}

interface Options {
  readonly settings: PlanSettings;
  readonly catalog: Catalog;
}

/**
 * The actions in program order, then what streams do in each batch. A program that runs nothing shows the DataFrames at its
 * ends, so that half a program is answered too.
 */
export function programLanes(
  read: ReadProject,
  steps: readonly PredictedStep[],
  options: Options,
): readonly ProgramLane[] {
  const actions = steps.flatMap((step): readonly ProgramLane[] =>
    step.kind === 'action' ? [actionLane(step, options)] : [],
  );
  const ends = unrunFrames(read.calls);
  const wanted = ends.filter(({ frame }) => actions.length === 0 || frame.streaming === true);
  return [...actions, ...wanted.map((end) => endLane(end, options))];
}

function actionLane(
  { action, prediction }: Extract<PredictedStep, { kind: 'action' }>,
  { settings }: Options,
): ProgramLane {
  const { at, method, on, conf, depends } = action;
  return {
    ...{ at, method, on, prediction, runBy: 'action' },
    settings: { ...settings, conf: { ...settings.conf, ...conf } },
    end: actionEnd(method, on),
    conditions: depends ?? [],
  };
}

function endLane({ call, frame }: UnrunFrame, { settings, catalog }: Options): ProgramLane {
  const on = { kind: 'dataframe', plan: frame.plan, frame: -1 } as const;
  const request = { method: 'collect', on, rows: undefined, conf: {} };
  const prediction = predictAction(request, { settings, catalog, history: newHistory() });
  const isStream = frame.streaming === true;
  return {
    ...{ at: call.at, method: call.method, on, prediction, settings },
    runBy: isStream ? 'stream' : 'nothing',
    end: isStream
      ? { name: 'each batch', detail: 'rows for the sink' }
      : { name: 'no action', detail: 'nothing asks for these rows' },
    conditions: [],
  };
}

import type { ActionPrediction, ActionRequest } from '../predict-action.ts';
import type { PlanSettings } from '../settings.ts';

/** One action with its plans, for the graphs. */
export interface Lane {
  /** The operation of the action's call. */
  readonly at: number;
  readonly on: ActionRequest['on'];
  readonly prediction: ActionPrediction;
  readonly settings: PlanSettings;
  /** What is written at its end. */
  readonly end: LaneEnd;
}

export interface LaneEnd {
  readonly name: string;
  readonly detail: string;
}

/** An action as the program writes it: `count()`, `write.parquet()`. */
export function actionEnd(method: string, on: ActionRequest['on']): LaneEnd {
  return on.kind === 'writer'
    ? { name: `write.${method}()`, detail: 'written to files' }
    : { name: `${method}()`, detail: 'rows for the driver' };
}

import { steadyList } from '#lib/base/steady.ts';
import { steadyGraph } from '#lib/plan/graph/steady-graph.ts';
import type { Prediction } from '../worker/protocol.ts';
import type { PlaygroundState } from './playground-state.ts';

/**
 * What is shown after a new prediction. While a statement is being written the text is broken for a moment, and actions
 * would come and go: then the last whole answer stays, marked as such.
 */
export function afterPrediction(
  { shown }: Pick<PlaygroundState, 'shown'>,
  next: Prediction,
): Pick<PlaygroundState, 'shown' | 'isStale' | 'latest'> {
  const { view } = next;
  const isStale =
    view.broken.length > 0 &&
    shown !== undefined &&
    weight(view) < weight(shown.view) &&
    shown.view.lanes.length > 0;
  if (isStale) return { shown, isStale, latest: view };
  return { shown: shown ? steadyPrediction(shown, next) : next, isStale, latest: view };
}

/** What is the same stays the same objects, so that only what has changed is drawn anew. */
function steadyPrediction(before: Prediction, { view, graph }: Prediction): Prediction {
  const byIndex = (_: object, index: number): number => index;
  return {
    view: {
      ...view,
      lanes: steadyList(before.view.lanes, view.lanes, byIndex),
      places: steadyList(before.view.places, view.places, byIndex),
    },
    graph: steadyGraph(before.graph, graph),
  };
}

/** Actions that run count more than DataFrames that none runs. */
function weight({ lanes }: Prediction['view']): number {
  return lanes.reduce((sum, { runBy }) => sum + (runBy === 'nothing' ? 1 : 100), 0);
}

import { describe, expect, it } from 'vitest';
import type { LaneView, ProgramView } from '#lib/pyspark/view/program-view.ts';
import type { Prediction } from '../worker/protocol.ts';
import { afterPrediction } from './shown-prediction.ts';

const lane = (runBy: LaneView['runBy']): LaneView => ({
  ...{ place: 0, method: 'count', runBy, jobs: [], stages: 1, shuffles: 0, broadcasts: 0, depends: [] },
});

function prediction(lanes: readonly LaneView['runBy'][], isBroken = false): Prediction {
  const broken = isBroken ? [{ file: 'a.py', from: 0, to: 1 }] : [];
  const view: ProgramView = {
    places: [],
    lanes: lanes.map(lane),
    eager: [],
    sources: [],
    unresolved: [],
    broken,
  };
  return { view, graph: { view: 'physical', nodes: [], edges: [], bands: [] } };
}

const whole = prediction(['action', 'action']);

describe('afterPrediction', () => {
  it('shows what a whole text does, also when it does less than before', () => {
    const next = prediction(['action']);
    expect(afterPrediction({ shown: whole }, next)).toEqual({
      shown: next,
      isStale: false,
      latest: next.view,
    });
  });

  it('keeps the last answer while a statement is half written', () => {
    const next = prediction(['action'], true);
    expect(afterPrediction({ shown: whole }, next)).toEqual({
      shown: whole,
      isStale: true,
      latest: next.view,
    });
  });

  it('keeps it also where the half of an action looks like a DataFrame that nothing runs', () => {
    const { isStale } = afterPrediction(
      { shown: prediction(['action']) },
      prediction(['nothing', 'nothing'], true),
    );
    expect(isStale).toBe(true);
  });

  it('shows what can be read of a broken text that has no answer before it', () => {
    const next = prediction(['action'], true);
    expect(afterPrediction({ shown: undefined }, next)).toMatchObject({ shown: next, isStale: false });
  });

  it('goes on with a broken text that loses nothing', () => {
    expect(afterPrediction({ shown: whole }, prediction(['action', 'action'], true)).isStale).toBe(false);
  });
});

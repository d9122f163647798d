import { plural } from '#lib/base/format.ts';
import type { Place } from '#lib/pyspark/view/places.ts';
import type { LaneView } from '#lib/pyspark/view/program-view.ts';

export interface LaneHeading {
  readonly title: string;
  readonly facts: string;
}

/** "line 31 · count()" and what it runs. */
export function laneHeading(lane: LaneView, places: readonly Place[], several: boolean): LaneHeading {
  const place = places[lane.place];
  const where = place ? `${several ? `${place.file} ` : ''}line ${place.line}` : '';
  const title = `${where} · ${lane.method}()`;
  const moves = [
    ...(lane.shuffles > 0 ? [plural(lane.shuffles, 'shuffle')] : []),
    ...(lane.broadcasts > 0 ? [plural(lane.broadcasts, 'broadcast')] : []),
  ];
  const moved = moves.length === 0 ? 'no shuffle' : moves.join(', ');
  return { title, facts: FACTS[lane.runBy](lane, moved) };
}

const FACTS: Readonly<Record<LaneView['runBy'], (lane: LaneView, moved: string) => string>> = {
  action: ({ jobs, stages }, moved) =>
    `${plural(jobs.length, 'job')} · ${plural(stages, 'stage')} · ${moved}`,
  stream: (_, moved) => `a stream · in each batch: ${moved}`,
  nothing: (_, moved) => `no action runs it · if one did: ${moved}`,
};

import type { TimelineSpanRow } from '#lib/tables/queries/timeline-spans.ts';

export interface LaneGroup {
  readonly kind: 'job' | 'stage';
  readonly title: string;
  /** Of every lane, the spans in order of time; they do not overlap. */
  readonly lanes: readonly (readonly TimelineSpanRow[])[];
  readonly top: number;
  readonly laneHeight: number;
}

export interface TimelineLayout {
  readonly groups: readonly LaneGroup[];
  readonly gaps: readonly TimelineSpanRow[];
  /** Where the core-use strip and the marks of executors are. */
  readonly cores: { readonly top: number; readonly height: number };
  readonly marks: { readonly top: number; readonly height: number };
  readonly height: number;
}

const AXIS_PX = 24;
const CORES_PX = 56;
const MARKS_PX = 20;
const SPACE_PX = 10;
const JOB_PX = 18;
const STAGE_PX = 22;
/** More at once than this share the last lanes. */
const MAX_LANES = 120;

/** Jobs and stages in as few lanes as they need, so that what ran at the same time stands one above the other. */
export function layoutTimeline(spans: readonly TimelineSpanRow[]): TimelineLayout {
  const cores = { top: AXIS_PX, height: CORES_PX };
  const marks = { top: cores.top + cores.height + 4, height: MARKS_PX };
  let top = marks.top + marks.height + SPACE_PX;
  const groups = (['job', 'stage'] as const).map((kind): LaneGroup => {
    const laneHeight = kind === 'job' ? JOB_PX : STAGE_PX;
    const lanes = packLanes(spans.filter((span) => span.kind === kind));
    const group = { kind, title: kind === 'job' ? 'Jobs' : 'Stages', lanes, top, laneHeight };
    top += Math.max(1, lanes.length) * laneHeight + SPACE_PX;
    return group;
  });
  return { groups, gaps: spans.filter(({ kind }) => kind === 'gap'), cores, marks, height: top };
}

/** Each span into the first lane that is free when it starts. Spans come in order of their start. */
export function packLanes(spans: readonly TimelineSpanRow[]): readonly (readonly TimelineSpanRow[])[] {
  const lanes: TimelineSpanRow[][] = [];
  const freeFrom: number[] = [];
  for (const span of spans) {
    let lane = freeFrom.findIndex((free) => free <= span.start_ms);
    if (lane < 0) lane = Math.min(lanes.length, MAX_LANES - 1);
    const spansOfLane = lanes[lane];
    if (spansOfLane) spansOfLane.push(span);
    else lanes[lane] = [span];
    freeFrom[lane] = Math.max(freeFrom[lane] ?? 0, span.end_ms);
  }
  return lanes;
}

export interface PointedAt {
  readonly layout: TimelineLayout;
  readonly y: number;
  readonly ms: number;
  /** How far beside a thin bar still counts. */
  readonly reachMs: number;
}

/** The job or stage under the pointer, or the nearest one of its lane within reach. */
export function spanAt({ layout, y, ms, reachMs }: PointedAt): TimelineSpanRow | undefined {
  const group = layout.groups.find(
    ({ top, lanes, laneHeight }) => y >= top && y < top + lanes.length * laneHeight,
  );
  const lane = group?.lanes[Math.floor((y - group.top) / group.laneHeight)];
  if (!lane) return undefined;
  let nearest: TimelineSpanRow | undefined;
  let distance = reachMs;
  for (const span of lane) {
    if (span.start_ms - reachMs > ms) break;
    const away = ms < span.start_ms ? span.start_ms - ms : ms > span.end_ms ? ms - span.end_ms : 0;
    if (away <= distance) [nearest, distance] = [span, away];
  }
  return nearest;
}

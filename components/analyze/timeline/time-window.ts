/** A part of the run, in ms since its start. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** Nothing happens faster than the log's clock ticks. */
const SHORTEST_MS = 10;

/** The part moved and cut so that it lies in the run and is long enough to see something. */
export function clampWindow({ from, to }: TimeWindow, runMs: number): TimeWindow {
  const whole = Math.max(runMs, SHORTEST_MS);
  const span = Math.min(whole, Math.max(SHORTEST_MS, to - from));
  const start = Math.min(Math.max(0, from), whole - span);
  return { from: start, to: start + span };
}

/** `times` > 1 shows less of the run; what is at `at` stays where it is. */
export function zoomWindow(window: TimeWindow, times: number, runMs: number, at?: number): TimeWindow {
  const span = window.to - window.from;
  const next = Math.min(Math.max(span / times, SHORTEST_MS), Math.max(runMs, SHORTEST_MS));
  const center = at ?? (window.from + window.to) / 2;
  const share = (center - window.from) / span;
  return clampWindow({ from: center - share * next, to: center - share * next + next }, runMs);
}

/** `share` of what is seen, to the right. */
export function panWindow(window: TimeWindow, share: number, runMs: number): TimeWindow {
  const by = (window.to - window.from) * share;
  return clampWindow({ from: window.from + by, to: window.to + by }, runMs);
}

/** A span with some room around it. */
export function windowAround(span: TimeWindow, runMs: number): TimeWindow {
  const room = Math.max((span.to - span.from) * 0.1, SHORTEST_MS / 2);
  return clampWindow({ from: span.from - room, to: span.to + room }, runMs);
}

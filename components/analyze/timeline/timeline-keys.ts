import { rowForKey } from '#components/ui/row-keys.ts';
import type { TimelineSpanRow } from '#lib/tables/queries/timeline-spans.ts';
import { clampWindow, panWindow, type TimeWindow, windowAround, zoomWindow } from './time-window.ts';

/** What the keys of a timeline change. */
export interface TimelineState {
  readonly window: TimeWindow;
  readonly selected: TimelineSpanRow | undefined;
}

export interface TimelineFacts {
  readonly runMs: number;
  /** Jobs and stages in order of time, for stepping through. */
  readonly steps: readonly TimelineSpanRow[];
}

const ZOOM = 1.5;
const PAN = 0.2;

/** What a key makes of the timeline, or undefined when it is not about it. */
export function timelineKey(
  key: string,
  state: TimelineState,
  facts: TimelineFacts,
): TimelineState | undefined {
  const { window, selected } = state;
  const { runMs, steps } = facts;
  switch (key) {
    case 'w':
    case 'ArrowUp':
      return { window: zoomWindow(window, ZOOM, runMs, middleOf(selected, window)), selected };
    case 's':
    case 'ArrowDown':
      return { window: zoomWindow(window, 1 / ZOOM, runMs), selected };
    case 'a':
    case 'ArrowLeft':
      return { window: panWindow(window, -PAN, runMs), selected };
    case 'd':
    case 'ArrowRight':
      return { window: panWindow(window, PAN, runMs), selected };
    case 'f':
      return { window: fitted(selected, window, runMs), selected };
    case '.':
      return step(1, state, steps, runMs);
    case ',':
      return step(-1, state, steps, runMs);
    case 'Escape':
      return selected ? { window, selected: undefined } : undefined;
    default:
      return undefined;
  }
}

/** The selected bar; pressed again, or without one, the whole run. */
function fitted(selected: TimelineSpanRow | undefined, window: TimeWindow, runMs: number): TimeWindow {
  const whole = clampWindow({ from: 0, to: runMs }, runMs);
  if (!selected) return whole;
  const around = windowAround({ from: selected.start_ms, to: selected.end_ms }, runMs);
  return around.from === window.from && around.to === window.to ? whole : around;
}

function step(
  by: 1 | -1,
  { window, selected }: TimelineState,
  steps: readonly TimelineSpanRow[],
  runMs: number,
): TimelineState {
  const at = selected ? steps.indexOf(selected) : -1;
  const first = steps.findIndex(({ end_ms }) => end_ms >= window.from);
  const next = at < 0 ? first : rowForKey(by > 0 ? 'ArrowDown' : 'ArrowUp', at, steps.length, 1);
  const span = next === undefined ? undefined : steps[next];
  if (!span) return { window, selected };
  const inView = span.end_ms >= window.from && span.start_ms <= window.to;
  const middle = (span.start_ms + span.end_ms) / 2;
  const half = (window.to - window.from) / 2;
  return {
    window: inView ? window : clampWindow({ from: middle - half, to: middle + half }, runMs),
    selected: span,
  };
}

function middleOf(span: TimelineSpanRow | undefined, window: TimeWindow): number | undefined {
  const middle = span ? (span.start_ms + span.end_ms) / 2 : undefined;
  return middle !== undefined && middle >= window.from && middle <= window.to ? middle : undefined;
}

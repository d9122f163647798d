import type { TimeWindow, WindowValue } from './stream-query.ts';

/** The windows that an event time falls into, latest first. Source: TimeWindowing (ResolveTimeWindows). */
export function windowsAt(
  timeMs: number,
  { lengthMs, slideMs, startMs }: TimeWindow,
): readonly WindowValue[] {
  const intoSlide = (((timeMs - startMs) % slideMs) + slideMs) % slideMs;
  const found: WindowValue[] = [];
  for (let start = timeMs - intoSlide; start > timeMs - lengthMs; start -= slideMs)
    found.push({ startMs: start, endMs: start + lengthMs });
  return found;
}

/** A window as an event time: its last moment (window_time, one microsecond before the end). */
export function windowTime({ endMs }: WindowValue): number {
  return endMs - 0.001;
}

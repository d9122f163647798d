import { describe, expect, it } from 'vitest';
import type { TimelineSpanRow } from '#lib/tables/queries/timeline-spans.ts';
import { type TimelineState, timelineKey } from './timeline-keys.ts';

const span = (id: string, start_ms: number, end_ms: number) =>
  ({ kind: 'stage', id, start_ms, end_ms }) as TimelineSpanRow;
const steps = [span('0.0', 0, 1000), span('1.0', 1000, 2000), span('2.0', 8000, 9000)];
const facts = { runMs: 10_000, steps };
const whole: TimelineState = { window: { from: 0, to: 10_000 }, selected: undefined };

describe('timelineKey', () => {
  it('zooms with w and s, pans with a and d, as arrows do', () => {
    const closer = timelineKey('w', whole, facts);
    expect(closer).toEqual(timelineKey('ArrowUp', whole, facts));
    expect(timelineKey('s', closer!, facts)).toEqual(whole);
    expect(timelineKey('d', closer!, facts)!.window.from).toBeGreaterThan(closer!.window.from);
    expect(timelineKey('a', closer!, facts)!.window.from).toBeLessThan(closer!.window.from);
  });

  it('steps through what ran and brings it into view', () => {
    const first = timelineKey('.', whole, facts)!;
    expect(first.selected?.id).toBe('0.0');
    const zoomed = { window: { from: 0, to: 1500 }, selected: steps[1] };
    const third = timelineKey('.', zoomed, facts)!;
    expect(third.selected?.id).toBe('2.0');
    expect(third.window.from).toBeLessThanOrEqual(8000);
    expect(third.window.to).toBeGreaterThanOrEqual(9000);
    expect(timelineKey(',', third, facts)!.selected?.id).toBe('1.0');
  });

  it('fits the selected bar with f, and the whole run with f again', () => {
    const fitted = timelineKey('f', { ...whole, selected: steps[2] }, facts)!;
    expect(fitted.window).toEqual({ from: 7900, to: 9100 });
    expect(timelineKey('f', fitted, facts)!.window).toEqual(whole.window);
  });

  it('lets other keys pass, and Escape when nothing is selected', () => {
    expect(timelineKey('x', whole, facts)).toBeUndefined();
    expect(timelineKey('Escape', whole, facts)).toBeUndefined();
    expect(timelineKey('Escape', { ...whole, selected: steps[0] }, facts)).toEqual(whole);
  });

  it('does nothing in a run without jobs', () => {
    expect(timelineKey('.', whole, { runMs: 10_000, steps: [] })).toEqual(whole);
  });
});

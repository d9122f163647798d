import { describe, expect, it } from 'vitest';
import { clampWindow, panWindow, windowAround, zoomWindow } from './time-window.ts';

const RUN = 10_000;
const whole = { from: 0, to: RUN };

describe('zoomWindow', () => {
  it('keeps the middle, or the place that is named, where it is', () => {
    expect(zoomWindow(whole, 2, RUN)).toEqual({ from: 2500, to: 7500 });
    expect(zoomWindow(whole, 2, RUN, 0)).toEqual({ from: 0, to: 5000 });
    expect(zoomWindow({ from: 2000, to: 4000 }, 2, RUN, 3500)).toEqual({ from: 2750, to: 3750 });
  });

  it('shows no more than the run and no less than ten milliseconds', () => {
    expect(zoomWindow({ from: 4000, to: 6000 }, 1 / 100, RUN)).toEqual(whole);
    const { from, to } = zoomWindow({ from: 5000, to: 5020 }, 1000, RUN);
    expect(to - from).toBe(10);
  });
});

describe('panWindow', () => {
  it('moves by a share of what is seen and stops at the ends', () => {
    expect(panWindow({ from: 2000, to: 4000 }, 0.5, RUN)).toEqual({ from: 3000, to: 5000 });
    expect(panWindow({ from: 2000, to: 4000 }, -5, RUN)).toEqual({ from: 0, to: 2000 });
    expect(panWindow({ from: 2000, to: 4000 }, 50, RUN)).toEqual({ from: 8000, to: RUN });
  });
});

describe('clampWindow and windowAround', () => {
  it('give something to see even for a run without duration', () => {
    expect(clampWindow({ from: 0, to: 0 }, 0)).toEqual({ from: 0, to: 10 });
    expect(windowAround({ from: 500, to: 500 }, RUN).to).toBeGreaterThan(500);
  });

  it('leave some room around a span', () => {
    expect(windowAround({ from: 1000, to: 2000 }, RUN)).toEqual({ from: 900, to: 2100 });
  });
});

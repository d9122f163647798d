import { describe, expect, it } from 'vitest';
import type { RunFacts } from './detector.ts';
import { isNoticeable, severityOf } from './thresholds.ts';

const run = (workMs: number): RunFacts => ({
  windowMs: workMs,
  runMs: workMs,
  workMs,
  slots: 4,
  slotMsOffered: 4 * workMs,
  slotMsUsed: 0,
  isStreaming: false,
  hasTasks: true,
  hasSql: false,
  sparkVersion: null,
});

describe('isNoticeable', () => {
  it.each([
    [1000, 1000, true],
    [999, 1000, false],
    [1000, 20_000, true],
    [1000, 20_001, false],
    [5000, 100_000, true],
    [0, 1, false],
  ])('%i ms of %i: %s', (ms, of, noticeable) => {
    expect(isNoticeable(ms, run(of))).toBe(noticeable);
  });
});

describe('severityOf', () => {
  it.each([
    [25, 'high'],
    [24, 'medium'],
    [10, 'medium'],
    [9, 'low'],
    [2, 'low'],
    [1, 'info'],
    [0, 'info'],
  ])('%i % of the time is %s', (percent, severity) => {
    expect(severityOf(percent * 1000, run(100_000))).toBe(severity);
  });
});

import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCompact,
  formatCount,
  formatMoment,
  formatMs,
  formatQuantity,
  formatRatio,
  formatShare,
  plural,
} from './format.ts';

const KIB = 1024;

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [1, '1 B'],
    [999, '999 B'],
    [1000, '0.98 KiB'],
    [KIB, '1.00 KiB'],
    [9.99 * KIB, '9.99 KiB'],
    [99.9 * KIB, '99.9 KiB'],
    [999 * KIB, '999 KiB'],
    [2_253_000_000, '2.10 GiB'],
    [KIB ** 2, '1.00 MiB'],
    [KIB ** 4, '1.00 TiB'],
    [KIB ** 5, '1.00 PiB'],
    [5000 * KIB ** 5, '5000 PiB'],
    [-3 * KIB, '-3.00 KiB'],
  ])('writes %d as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it.each([
    [999.6, '0.98 KiB'],
    [9.996 * KIB, '10.0 KiB'],
    [99.96 * KIB, '100 KiB'],
    [999.6 * KIB, '0.98 MiB'],
  ])('has three digits also where rounding carries: %d is %s', (bytes, text) =>
    expect(formatBytes(bytes)).toBe(text),
  );

  it('says when there is no number', () => expect(formatBytes(Number.NaN)).toBe('NaN B'));
});

describe('formatMs', () => {
  it.each([
    [0, '0 ms'],
    [0.4, '0 ms'],
    [999, '999 ms'],
    [999.6, '1.00 s'],
    [1000, '1.00 s'],
    [4200, '4.20 s'],
    [9996, '10.0 s'],
    [59_949, '59.9 s'],
    [59_950, '1 m 0 s'],
    [60_000, '1 m 0 s'],
    [134_000, '2 m 14 s'],
    [3_599_499, '59 m 59 s'],
    [3_599_500, '1 h 0 m'],
    [7_260_000, '2 h 1 m'],
    [4e12, '1,111,111 h 6 m'],
    [-4200, '-4.20 s'],
    [-90_000, '-1 m 30 s'],
  ])('writes %d as %s', (ms, text) => expect(formatMs(ms)).toBe(text));

  it('says when there is no time', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY].map(formatMs)).toEqual(['NaN ms', 'Infinity ms']);
  });
});

describe('formatShare', () => {
  it.each([
    [0, '0 %'],
    [0.0004, '0.0 %'],
    [0.034, '3.4 %'],
    [0.0348, '3.5 %'],
    [0.0994, '9.9 %'],
    [0.0996, '10 %'],
    [0.612, '61 %'],
    [1, '100 %'],
    [12.5, '1250 %'],
    [-0.05, '-5.0 %'],
    [-0.5, '-50 %'],
  ])('writes %d as %s', (share, text) => expect(formatShare(share)).toBe(text));
});

describe('formatRatio', () => {
  it.each([
    [1, '1x'],
    [2.61, '2.6x'],
    [9.96, '10x'],
    [45.8, '46x'],
    [12_345.6, '12346x'],
  ])('writes %d as %s', (ratio, text) => expect(formatRatio(ratio)).toBe(text));
});

describe('formatCount, formatCompact and plural', () => {
  it.each([
    [0, '0'],
    [1_234_567, '1,234,567'],
    [2 ** 53, '9,007,199,254,740,992'],
    [1.005, '1.01'],
    [-1234, '-1,234'],
  ])('count %d as %s', (count, text) => expect(formatCount(count)).toBe(text));

  it.each([
    [999, '999'],
    [999.6, '1K'],
    [1_234_567, '1.23M'],
    [-45_600, '-45.6K'],
  ])('shorten %d to %s', (count, text) => expect(formatCompact(count)).toBe(text));

  it('name one and many', () => {
    expect([0, 1, 2000].map((count) => plural(count, 'task'))).toEqual(['0 tasks', '1 task', '2,000 tasks']);
  });
});

describe('formatQuantity', () => {
  it.each([
    [134_000, 'ms', '2 m 14 s'],
    [3 * KIB ** 2, 'bytes', '3.00 MiB'],
    [0.612, 'share', '61 %'],
    [45.8, 'ratio', '46x'],
    [1, 'records', '1 record'],
    [200, 'tasks', '200 tasks'],
    [0, 'files', '0 files'],
    [12_345, 'count', '12,345'],
  ] as const)('writes %d %s as %s', (value, unit, text) => expect(formatQuantity(value, unit)).toBe(text));
});

describe('formatMoment', () => {
  it('names the zone', () => expect(formatMoment(1_795_249_515_800)).toBe('2026-11-21 08:25:15 UTC'));

  it.each([Number.NaN, 1e20])('says that %d is no time', (moment) =>
    expect(formatMoment(moment)).toBe('not a time'),
  );
});

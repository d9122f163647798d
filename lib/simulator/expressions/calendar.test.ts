import { describe, expect, it } from 'vitest';
import { daysOfMicros, daysOfText, microsOfText, textOfDays, textOfMicros } from './calendar.ts';

describe('the calendar', () => {
  it.each([
    ['1970-01-01', 0],
    ['2024-01-01', 19_723],
    ['0001-01-01', -719_162],
    ['2024-02-29', 19_782],
  ])('has %s as day %d', (text, days) => {
    expect(daysOfText(text)).toBe(days);
    expect(textOfDays(days)).toBe(text);
  });

  it.each(['2023-02-29', '2024-13-01', 'today', ''])('has no day "%s"', (text) => {
    expect(daysOfText(text)).toBeUndefined();
  });

  it.each([
    ['2024-01-01 00:00:00', 1_704_067_200_000_000n],
    ['1969-12-31 23:59:59.999999', -1n],
    ['1970-01-01 00:00:10.5', 10_500_000n],
  ])('has %s as microsecond %d', (text, micros) => {
    expect(microsOfText(text)).toBe(micros);
    expect(textOfMicros(micros)).toBe(text);
  });

  it('counts the day of a moment before 1970 down', () => {
    expect([daysOfMicros(-1n), daysOfMicros(0n)]).toEqual([-1, 0]);
  });
});

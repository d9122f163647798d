import { daysOf, daysOfMicros, microsOfDays, textOfDays } from './calendar.ts';
import { rescaled } from './cast-value.ts';
import type { ScalarFunction } from './scalar-function.ts';

const MICROS_PER_HOUR = 3_600_000_000n;

/** Functions of dates (days) and timestamps (microseconds, zone UTC). */
export const TIME_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  date_add: ([date, days]) => (Number(date) + Number(days)) | 0,
  date_sub: ([date, days]) => (Number(date) - Number(days)) | 0,
  datediff: ([to, from]) => Number(to) - Number(from),
  add_months: ([date, months]) => addMonths(Number(date), Number(months)),
  make_date: ([year, month, day]) => daysOf(Number(year), Number(month), Number(day)) ?? null,
  date_from_unix_date: ([days]) => Number(days),
  unix_date: ([date]) => Number(date),
  timestamp_seconds: ([seconds], [type]) => {
    if (type?.kind === 'decimal') return rescaled(seconds as bigint, type.scale, 6);
    return typeof seconds === 'number' && !Number.isInteger(seconds)
      ? BigInt(Math.trunc(seconds * 1e6))
      : BigInt(seconds as number | bigint) * 1_000_000n;
  },
  timestamp_millis: ([millis]) => BigInt(millis as bigint) * 1000n,
  timestamp_micros: ([micros]) => BigInt(micros as bigint),
  unix_seconds: ([micros]) => floorDivide(micros as bigint, 1_000_000n),
  unix_millis: ([micros]) => floorDivide(micros as bigint, 1000n),
  unix_micros: ([micros]) => micros!,
  year: ([date]) => partsOf(date!)[0]!,
  month: ([date]) => partsOf(date!)[1]!,
  dayofmonth: ([date]) => partsOf(date!)[2]!,
  hour: ([micros]) => {
    const ofDay = (micros as bigint) - microsOfDays(daysOfMicros(micros as bigint));
    return Number(ofDay / MICROS_PER_HOUR);
  },
};

function partsOf(date: unknown): readonly number[] {
  const days = typeof date === 'bigint' ? daysOfMicros(date) : Number(date);
  return textOfDays(days).split('-').map(Number);
}

/** The last day of the month where it is shorter. */
function addMonths(date: number, months: number): number {
  const [year = 0, month = 1, day = 1] = partsOf(date);
  const whole = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(whole / 12), (((whole % 12) + 12) % 12) + 1];
  for (let last = day; last > 28; last--) {
    const found = daysOf(y, m, last);
    if (found !== undefined) return found;
  }
  return daysOf(y, m, Math.min(day, 28))!;
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return quotient * by > value ? quotient - 1n : quotient;
}

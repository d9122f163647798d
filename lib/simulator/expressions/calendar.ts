/** Days and microseconds since 1970 as text and back, in UTC, by the proleptic Gregorian calendar. */

const MICROS_PER_DAY = 86_400_000_000n;
const MS_PER_DAY = 86_400_000;

/** `2024-01-01`, `2024-1-1` or `2024`; undefined for what is no date. */
export function daysOfText(text: string): number | undefined {
  const match = /^\s*(\d{4,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*$/.exec(text);
  return match ? daysOf(Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)) : undefined;
}

/** undefined where the calendar has no such day. */
export function daysOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isThatDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThatDay ? date.getTime() / MS_PER_DAY : undefined;
}

export function textOfDays(days: number): string {
  const date = new Date(days * MS_PER_DAY);
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `2024-01-01 10:20:30.5`, with or without T, seconds and zone; undefined for what is no timestamp. */
export function microsOfText(text: string): bigint | undefined {
  const [, date = '', hour, minute, second, fraction = '', zone] =
    /^\s*(\d{4,6}-\d{1,2}-\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,6})\d*)?)?)?\s*(Z|UTC|\+00:00)?\s*$/.exec(
      text,
    ) ?? [];
  const days = date === '' ? undefined : daysOfText(date);
  if (days === undefined) return undefined;
  const [h, m, s] = [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)];
  if (h > 23 || m > 59 || s > 59 || (zone !== undefined && hour === undefined)) return undefined;
  const micros = BigInt(fraction.padEnd(6, '0'));
  return BigInt(days) * MICROS_PER_DAY + BigInt(h * 3600 + m * 60 + s) * 1_000_000n + micros;
}

export function textOfMicros(micros: bigint): string {
  const days = daysOfMicros(micros);
  const ofDay = micros - BigInt(days) * MICROS_PER_DAY;
  const seconds = Number(ofDay / 1_000_000n);
  const fraction = String(ofDay % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => two(Math.floor(part)))
    .join(':');
  return `${textOfDays(days)} ${time}${fraction === '' ? '' : `.${fraction}`}`;
}

export function daysOfMicros(micros: bigint): number {
  const days = micros / MICROS_PER_DAY;
  return Number(days * MICROS_PER_DAY > micros ? days - 1n : days);
}

export function microsOfDays(days: number): bigint {
  return BigInt(days) * MICROS_PER_DAY;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

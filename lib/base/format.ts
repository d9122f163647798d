/**
 * Numbers for people: binary units, three significant digits, one space before the unit.
 * Everything that shows or prints a figure uses these, so that a figure reads the same everywhere.
 */
import { unreachable } from './assert.ts';

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** 2253000000 -> "2.10 GiB". */
export function formatBytes(bytes: number): string {
  let value = Math.abs(bytes);
  let unit = 0;
  // From 999.5 on rounding would give four digits.
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${bytes < 0 ? '-' : ''}${unit === 0 ? Math.round(value) : threeDigits(value)} ${BYTE_UNITS[unit]}`;
}

/** 134000 -> "2 m 14 s"; 4200 -> "4.20 s"; 37 -> "37 ms". */
export function formatMs(ms: number): string {
  const value = Math.abs(ms);
  const sign = ms < 0 ? '-' : '';
  if (value < 999.5 || !Number.isFinite(value)) return `${sign}${Math.round(value)} ms`;
  if (value < 59_950) return `${sign}${threeDigits(value / 1000)} s`;
  const seconds = Math.round(value / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours === 0) return `${sign}${minutes} m ${seconds % 60} s`;
  return `${sign}${hours.toLocaleString('en-US')} h ${minutes} m`;
}

/** 1234567 -> "1,234,567". */
export function formatCount(count: number): string {
  return Number.isInteger(count)
    ? count.toLocaleString('en-US')
    : count.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

/** 1795247915800 -> "2026-11-21 08:25:15 UTC". Logs travel between time zones, so the zone is always named. */
export function formatMoment(epochMs: number): string {
  const date = new Date(epochMs);
  if (Number.isNaN(date.getTime())) return 'not a time';
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

const COMPACT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

/** 1234567 -> "1.23M", where room is short. */
export function formatCompact(count: number): string {
  return COMPACT.format(count);
}

/** 0.612 -> "61 %"; 0.034 -> "3.4 %". */
export function formatShare(share: number): string {
  const percent = share * 100;
  return `${Math.abs(percent) >= 9.95 || percent === 0 ? Math.round(percent) : percent.toFixed(1)} %`;
}

/** 45.8 -> "46x"; 2.61 -> "2.6x". */
export function formatRatio(ratio: number): string {
  return `${ratio >= 10 ? Math.round(ratio) : Math.round(ratio * 10) / 10}x`;
}

/** "1 task", "3 tasks". */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** What a number counts; `ratio` is a plain quotient, `share` is 0..1. */
export type QuantityUnit = 'ms' | 'bytes' | 'records' | 'tasks' | 'files' | 'count' | 'ratio' | 'share';

/** A number in the form of its unit: (134000, 'ms') -> "2 m 14 s"; (3, 'tasks') -> "3 tasks". */
export function formatQuantity(value: number, unit: QuantityUnit): string {
  switch (unit) {
    case 'ms':
      return formatMs(value);
    case 'bytes':
      return formatBytes(value);
    case 'share':
      return formatShare(value);
    case 'ratio':
      return formatRatio(value);
    case 'records':
      return plural(value, 'record');
    case 'tasks':
      return plural(value, 'task');
    case 'files':
      return plural(value, 'file');
    case 'count':
      return formatCount(value);
    default:
      return unreachable(unit);
  }
}

/** The limits lie where rounding carries: 9.996 is "10.0", not "10.00". */
function threeDigits(value: number): string {
  return value >= 99.95 ? value.toFixed(0) : value >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}

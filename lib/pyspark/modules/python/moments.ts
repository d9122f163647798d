import { numberOf, textOf } from '../../api/read-value.ts';
import type { Bound } from '../../api/signature.ts';
import { NONE, unknown } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { functions, type ModuleTable } from '../table.ts';

const NOW = 'the time of the run';
const now = (): Value => unknown(NOW);

function moment(kind: 'date' | 'datetime', a: Bound): Value {
  const part = (name: string, otherwise: number): number | undefined =>
    a.has(name) ? numberOf(a.get(name)) : otherwise;
  const [year, month, day] = [part('year', Number.NaN), part('month', 1), part('day', 1)];
  const [hour, minute, second] = [part('hour', 0), part('minute', 0), part('second', 0)];
  if (year === undefined || month === undefined || day === undefined)
    return unknown('a date that depends on the run');
  const ms = Date.UTC(year, month - 1, day, hour ?? 0, minute ?? 0, second ?? 0);
  return Number.isNaN(ms) ? unknown('a date that depends on the run') : { kind, ms };
}

function parsed(text: string | undefined, kind: 'date' | 'datetime'): Value {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(text ?? '');
  if (!match) return unknown('a date that depends on the run');
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  return { kind, ms: Date.UTC(year!, month! - 1, day!, hour ?? 0, minute ?? 0, second ?? 0) };
}

const MOMENT = 'year, month, day, hour, minute, second, microsecond, tzinfo';

export const DATETIME_CLASS: ModuleTable = functions({
  __call__: [MOMENT, (a) => moment('datetime', a)],
  now: ['tz', now],
  utcnow: ['', now],
  today: ['', now],
  fromtimestamp: ['t', now],
  strptime: ['date_string, format', (a) => parsed(textOf(a.get('date_string')), 'datetime')],
  fromisoformat: ['date_string', (a) => parsed(textOf(a.get('date_string')), 'datetime')],
});

export const DATE_CLASS: ModuleTable = functions({
  __call__: ['year, month, day', (a) => moment('date', a)],
  today: ['', now],
  fromisoformat: ['date_string', (a) => parsed(textOf(a.get('date_string')), 'date')],
});

const UNITS: Readonly<Record<string, number>> = {
  days: 86_400_000,
  seconds: 1000,
  microseconds: 0.001,
  milliseconds: 1,
  minutes: 60_000,
  hours: 3_600_000,
  weeks: 604_800_000,
};

export const DATETIME: ModuleTable = functions({
  timedelta: [
    Object.keys(UNITS).join(', '),
    (a) => {
      let ms = 0;
      for (const [unit, size] of Object.entries(UNITS)) {
        const value = numberOf(a.get(unit));
        if (value === undefined && a.has(unit)) return unknown('a duration that depends on the run');
        ms += (value ?? 0) * size;
      }
      return { kind: 'timedelta', ms };
    },
  ],
});

export const TIME: ModuleTable = functions({
  time: ['', now],
  perf_counter: ['', now],
  sleep: ['secs', () => NONE],
  strftime: ['format', now],
});

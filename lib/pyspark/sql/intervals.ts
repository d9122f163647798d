import type { Value } from '#lib/plan/analyze/column.ts';
import { CALENDAR_INTERVAL, DAY_TIME_INTERVAL, YEAR_MONTH_INTERVAL } from '#lib/plan/types/names.ts';
import { stringText } from './literals.ts';
import { isName, type Token } from './tokens.ts';

/** An interval literal and the index behind it. */
export interface IntervalLiteral {
  readonly value: Value;
  readonly next: number;
}

const MONTHS: Readonly<Record<string, number>> = { YEAR: 12, MONTH: 1 };
const MICROS: Readonly<Record<string, number>> = {
  WEEK: 604_800_000_000,
  DAY: 86_400_000_000,
  HOUR: 3_600_000_000,
  MINUTE: 60_000_000,
  SECOND: 1_000_000,
  MILLISECOND: 1000,
  MICROSECOND: 1,
};

/** Reads `INTERVAL 1 DAY 2 HOURS`, `INTERVAL '1-2' YEAR TO MONTH` or `INTERVAL '3 days'` from the word INTERVAL on. */
export function intervalAt(tokens: readonly Token[], at: number): IntervalLiteral | undefined {
  if (!isName(tokens[at], 'INTERVAL')) return undefined;
  return span(tokens, at + 1) ?? quantities(tokens, at + 1) ?? wholeText(tokens, at + 1);
}

/** `'10 05:30' DAY TO MINUTE`. */
function span(tokens: readonly Token[], at: number): IntervalLiteral | undefined {
  const sign = isName(tokens[at], '-|+') ? 1 : 0;
  const value = tokens[at + sign];
  const [first, to, last] = tokens.slice(at + sign + 1, at + sign + 4);
  if (value?.kind !== 'string' || !isName(to, 'TO') || first === undefined || last === undefined)
    return undefined;
  const [start, end] = [unitOf(first.name), unitOf(last.name)];
  if (start === undefined || end === undefined) return undefined;
  const minus = isName(tokens[at], '-') ? '-' : '';
  const text = `INTERVAL '${minus}${stringText(value)}' ${start} TO ${end}`;
  const type = start in MONTHS ? YEAR_MONTH_INTERVAL : DAY_TIME_INTERVAL;
  return { value: { kind: 'value', value: text, type }, next: at + sign + 4 };
}

interface Quantity {
  readonly amount: number;
  readonly unit: string;
}

function quantities(tokens: readonly Token[], from: number): IntervalLiteral | undefined {
  const found: Quantity[] = [];
  let at = from;
  for (;;) {
    const sign = isName(tokens[at], '-|+') ? 1 : 0;
    const number = tokens[at + sign];
    const unit = unitOf(tokens[at + sign + 1]?.name ?? '');
    if (unit === undefined || (number?.kind !== 'number' && number?.kind !== 'string')) break;
    const amount = Number(number.kind === 'string' ? stringText(number) : number.text);
    found.push({ amount: isName(tokens[at], '-') ? -amount : amount, unit });
    at += sign + 2;
  }
  const value = intervalValue(found);
  return value === undefined ? undefined : { value, next: at };
}

/** `'1 day 2 hours'`, `'interval 3 days'`. */
function wholeText(tokens: readonly Token[], at: number): IntervalLiteral | undefined {
  const token = tokens[at];
  if (token?.kind !== 'string') return undefined;
  const found = [...stringText(token).matchAll(/([+-]?\s*[\d.]+)\s+([a-z]+)/gi)].map(
    ([, amount = '', unit = '']) => ({
      amount: Number(amount.replaceAll(/\s/g, '')),
      unit: unitOf(unit.toUpperCase()) ?? '',
    }),
  );
  const value = intervalValue(found);
  return value === undefined ? undefined : { value, next: at + 1 };
}

function unitOf(word: string): string | undefined {
  const unit = word.replace(/S$/, '');
  return unit in MONTHS || unit in MICROS ? unit : undefined;
}

/** The literal in the words Spark prints it with: `INTERVAL '1 02' DAY TO HOUR`. */
function intervalValue(quantities: readonly Quantity[]): Value | undefined {
  if (quantities.length === 0 || quantities.some(({ amount, unit }) => Number.isNaN(amount) || unit === ''))
    return undefined;
  const units = new Set(quantities.map(({ unit }) => unit));
  if ([...units].every((unit) => unit in MONTHS)) {
    const months = total(quantities, MONTHS);
    return { kind: 'value', value: yearMonthText(months, units), type: YEAR_MONTH_INTERVAL };
  }
  if ([...units].every((unit) => unit in MICROS)) {
    const text = dayTimeText(total(quantities, MICROS), units);
    return { kind: 'value', value: text, type: DAY_TIME_INTERVAL };
  }
  const words = quantities.map(
    ({ amount, unit }) => `${amount} ${unit.toLowerCase()}${amount === 1 ? '' : 's'}`,
  );
  return { kind: 'value', value: `INTERVAL '${words.join(' ')}'`, type: CALENDAR_INTERVAL };
}

function total(quantities: readonly Quantity[], sizes: Readonly<Record<string, number>>): number {
  return quantities.reduce((sum, { amount, unit }) => sum + Math.round(amount * (sizes[unit] ?? 0)), 0);
}

function yearMonthText(months: number, units: ReadonlySet<string>): string {
  const sign = months < 0 ? '-' : '';
  const size = Math.abs(months);
  if (units.size === 2) return `INTERVAL '${sign}${Math.floor(size / 12)}-${size % 12}' YEAR TO MONTH`;
  return units.has('YEAR') ? `INTERVAL '${sign}${size / 12}' YEAR` : `INTERVAL '${sign}${size}' MONTH`;
}

const FIELDS: readonly string[] = ['DAY', 'HOUR', 'MINUTE', 'SECOND'];

function dayTimeText(micros: number, units: ReadonlySet<string>): string {
  const used = [...units].map((unit) => (unit === 'WEEK' ? 0 : Math.max(0, fieldIndex(unit))));
  const [first, last] = [Math.min(...used), Math.max(...used)];
  const sign = micros < 0 ? '-' : '';
  let rest = Math.abs(micros);
  const parts: string[] = [];
  for (let field = first; field <= last; field += 1) {
    const size = MICROS[FIELDS[field] ?? 'DAY'] ?? 1;
    const amount = field === 3 ? rest / size : Math.floor(rest / size);
    rest -= Math.floor(rest / size) * size;
    const padded = field === 0 ? String(amount) : twoDigits(amount);
    parts.push(field === first ? padded : `${field === 1 ? ' ' : ':'}${padded}`);
  }
  const range = first === last ? FIELDS[first] : `${FIELDS[first]} TO ${FIELDS[last]}`;
  return `INTERVAL '${sign}${parts.join('')}' ${range}`;
}

function fieldIndex(unit: string): number {
  const at = FIELDS.indexOf(unit);
  return at < 0 ? 3 : at;
}

function twoDigits(amount: number): string {
  return (amount < 10 ? '0' : '') + String(amount);
}

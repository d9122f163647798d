import { UserError } from '#lib/base/assert.ts';
import { EVENT_TIME, type GroupKey, type StreamStep, type TimeWindow } from '../streaming/stream-query.ts';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  millisecond: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  week: 604_800_000,
};

/** Shorter windows than this would put a row into more groups than anybody looks at. */
const MAX_WINDOWS_PER_ROW = 10_000;

const UNDERSTOOD =
  'groupBy(k).count(), groupBy(window(ts, 10 s, 5 s) as w, k).count(), dropDuplicates([k, ts]), dropDuplicatesWithinWatermark([k]) and where(k = \'a\'), joined by "then"';

/** Reads a streaming query as the cases write it: steps, joined by `then`. */
export function parseStreamQuery(text: string): readonly StreamStep[] {
  return text.split(/\s+then\s+/).flatMap((part) => {
    const step = parseStep(part.trim());
    if (step === undefined)
      throw new UserError(`The streaming step "${part.trim()}" is not known. These are: ${UNDERSTOOD}`);
    return step;
  });
}

/** Into how many groups a row goes at most: one for each window that is open at a time. */
export function groupsPerRow(steps: readonly StreamStep[]): number {
  const windows = (key: GroupKey) =>
    key.kind === 'window' ? Math.ceil(key.window.lengthMs / key.window.slideMs) : 1;
  const ofStep = (step: StreamStep) =>
    step.kind === 'aggregate' ? step.keys.reduce((product, key) => product * windows(key), 1) : 1;
  return steps.reduce((product, step) => product * ofStep(step), 1);
}

/** "10 seconds", "5 s" -> milliseconds; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(text);
  const unit = match?.[2]?.toLowerCase().replace(/(.{2,})s$/, '$1');
  const ms = unit === undefined || !Object.hasOwn(UNITS, unit) ? undefined : UNITS[unit];
  return match === null || ms === undefined ? undefined : Number(match[1]) * ms;
}

function parseStep(text: string): readonly StreamStep[] | undefined {
  const call =
    /^(\w+)\((.*?)\)(\.(?:count|agg)\(.*\))?$/s.exec(text) ?? /^(where|filter)\s+(.*)$/s.exec(text);
  const [, name, inside = '', gathered] = call ?? [];
  switch (name) {
    case 'groupBy': {
      const keys = split(inside).map(parseKey);
      const known = keys.filter((key) => key !== undefined);
      if (!gathered || known.length < keys.length) return undefined;
      return [{ kind: 'aggregate', keys: known }];
    }
    case 'dropDuplicates':
    case 'dropDuplicatesWithinWatermark': {
      const columns = split(inside.replace(/^\s*\[|\]\s*$/g, '')).map(unquoted);
      const all = columns.length === 0 ? [EVENT_TIME, 'k'] : columns;
      return [{ kind: 'deduplicate', columns: all, withinWatermark: name.endsWith('Watermark') }];
    }
    case 'select':
      return [];
    case 'where':
    case 'filter': {
      const match = /^["']?\s*(?:col\(['"])?(\w+)(?:['"]\))?\s*(=|==|!=|<>)\s*(['"])(.*?)\3\s*["']?$/.exec(
        inside.trim(),
      );
      if (match === null) return undefined;
      const [, column, operator, , equals] = match as unknown as [string, string, string, string, string];
      return [{ kind: 'filter', column, equals, negated: operator === '!=' || operator === '<>' }];
    }
    default:
      return undefined;
  }
}

function parseKey(text: string): GroupKey | undefined {
  const match = /^window\(([^)]*)\)(?:\s+as\s+(\w+))?$/.exec(text);
  if (match === null)
    return /^['"]?\w+['"]?$/.test(text) ? { kind: 'column', name: unquoted(text) } : undefined;
  const [on = '', ...durations] = split(match[1] ?? '');
  const window = windowOf(durations.map((each) => parseDuration(unquoted(each))));
  return window && { kind: 'window', on: unquoted(on), name: match[2] ?? 'window', window };
}

function windowOf(durations: readonly (number | undefined)[]): TimeWindow | undefined {
  const [lengthMs, slideMs = lengthMs, startMs = 0] = durations;
  if (durations.includes(undefined) || lengthMs === undefined || slideMs === undefined) return undefined;
  if (slideMs <= 0 || slideMs > lengthMs || lengthMs / slideMs > MAX_WINDOWS_PER_ROW)
    throw new UserError(
      `A window slides by more than 0 and at most by its length, and has at most ${MAX_WINDOWS_PER_ROW} slides`,
    );
  return { lengthMs, slideMs, startMs };
}

/** At commas outside parentheses. */
function split(text: string): readonly string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function unquoted(text: string): string {
  return text.trim().replace(/^['"]|['"]$/g, '');
}

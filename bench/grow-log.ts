import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, zstdDecompressSync } from 'node:zlib';

/**
 * Large logs that a real run could have written: the body of a real log repeated until a size is reached, with job,
 * stage, task, accumulator and SQL execution ids and all times of every copy shifted, so that the result is one long
 * consistent application.
 */
export async function grownLogs(): Promise<readonly string[]> {
  const folder = join(import.meta.dirname, '../.cache/bench');
  mkdirSync(folder, { recursive: true });
  const lines = zstdDecompressSync(readFileSync(join(import.meta.dirname, SEED)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const wanted = [
    { name: '50MB', bytes: 50e6 },
    { name: '142MB', bytes: 142e6 },
    { name: '1GB', bytes: 1e9 },
    { name: '1GB.zstd', bytes: 1e9 },
  ];
  for (const { name, bytes } of wanted) {
    const path = join(folder, name);
    if (existsSync(path)) continue;
    const steps = name.endsWith('.zstd') ? [createZstdCompress()] : [];
    await pipeline([Readable.from(grow(lines, bytes)), ...steps, createWriteStream(path)]);
  }
  return wanted.map(({ name }) => join(folder, name));
}

/** Thousands of tasks, SQL and two jobs: most of a large log is task ends, and so is most of this one. */
const SEED =
  '../golden/eventlogs/logs/tiny-tasks.bad.s35/eventlog_v2_local-1795247963190/events_1_local-1795247963190.zstd';

const HEAD =
  /^\{"Event":"SparkListener(LogStart|ResourceProfileAdded|BlockManagerAdded|EnvironmentUpdate|ApplicationStart|ExecutorAdded)"/;
const END = '{"Event":"SparkListenerApplicationEnd"';

/** Keys whose numbers are ids or times, and the kind of shift each gets. */
const SHIFTS: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [
    /("(?:Submission Time|Completion Time|Launch Time|Finish Time|Getting Result Time|Timestamp|time)":)(\d+)/g,
    'ms',
  ],
  [/("Job ID":)(\d+)/g, 'job'],
  [/("Stage ID":)(\d+)/g, 'stage'],
  [/("Task ID":)(\d+)/g, 'task'],
  [/("(?:ID|accumulatorId)":)(\d+)/g, 'accumulator'],
  [/("(?:executionId|rootExecutionId)":)(\d+)/g, 'sql'],
  [/("spark\.sql\.execution(?:\.root)?\.id":")(\d+)/g, 'sql'],
];
/** Lists of ids. */
const LISTS: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [/("Stage IDs":\[)([\d,]+)/g, 'stage'],
  [/("Parent IDs":\[)([\d,]+)/g, 'stage'],
];
type Kind = 'ms' | 'job' | 'stage' | 'task' | 'accumulator' | 'sql';

async function* grow(lines: readonly string[], bytes: number): AsyncGenerator<string> {
  const head = lines.filter((line) => HEAD.test(line));
  const end = lines.find((line) => line.startsWith(END)) ?? '';
  const body = lines.filter((line) => !HEAD.test(line) && !line.startsWith(END));
  const step = stepsOf(body);
  let size = 0;
  for (const line of head) {
    size += line.length + 1;
    yield `${line}\n`;
  }
  let copy = 0;
  for (; size < bytes; copy++) {
    const part = body.map((line) => shift(line, step, copy));
    for (let i = 0; i < part.length && size < bytes; i += 500) {
      const text = `${part.slice(i, i + 500).join('\n')}\n`;
      size += text.length;
      yield text;
    }
  }
  yield `${shift(end, step, copy - 1)}\n`;
}

function shift(line: string, step: Readonly<Record<Kind, number>>, copy: number): string {
  if (copy === 0) return line;
  let shifted = line;
  for (const [pattern, kind] of SHIFTS) {
    shifted = shifted.replace(pattern, (_, key: string, value: string) =>
      value === '0' && kind === 'ms' ? key + value : key + (Number(value) + step[kind] * copy),
    );
  }
  for (const [pattern, kind] of LISTS) {
    shifted = shifted.replace(
      pattern,
      (_, key: string, ids: string) =>
        key +
        ids
          .split(',')
          .map((id) => Number(id) + step[kind] * copy)
          .join(','),
    );
  }
  return shifted;
}

/** One more than the largest id of each kind, and the time the body spans. */
function stepsOf(body: readonly string[]): Readonly<Record<Kind, number>> {
  const largest: Record<Kind, number> = { ms: 0, job: 0, stage: 0, task: 0, accumulator: 0, sql: 0 };
  let earliest = Number.POSITIVE_INFINITY;
  for (const line of body) {
    for (const [pattern, kind] of SHIFTS) {
      for (const match of line.matchAll(pattern)) {
        const value = Number(match[2]);
        largest[kind] = Math.max(largest[kind], value);
        if (kind === 'ms' && value > 0) earliest = Math.min(earliest, value);
      }
    }
  }
  return { ...mapValues(largest, (value) => value + 1), ms: largest.ms - earliest + 1000 };
}

function mapValues(record: Record<Kind, number>, map: (value: number) => number): Record<Kind, number> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)])) as Record<
    Kind,
    number
  >;
}

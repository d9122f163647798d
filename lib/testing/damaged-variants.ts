import { gzipSync, zstdCompressSync } from 'node:zlib';
import { early, twice, without } from './edit-lines.ts';

/** One damaged or unusual form of a log: the files that a user would drop, by their paths. */
export interface Variant {
  readonly name: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/**
 * Variants of one log that were also shown to a History Server (golden/eventlogs/damaged). Each changes one thing.
 */
export function damagedVariants(lines: readonly string[]): readonly Variant[] {
  const middle = Math.floor(lines.length / 2);
  const third = Math.floor(lines.length / 3);
  const last = lines.at(-1)!;
  const lastCut = joined(lines.slice(0, -1), last.slice(0, last.length / 2));
  const cutEarly = joined(lines.slice(0, middle), lines[middle]!.slice(0, 40));
  const inserted = (...more: string[]) =>
    joined([...lines.slice(0, middle), ...more, ...lines.slice(middle)]);
  const bad = inserted('{"Event":"SparkListenerTaskEnd", broken}');
  const lost = (name: string, every = 1) => joined(without(lines, name, every));
  const frames = tens(lines).map((ten) => zstd(joined(ten)));
  const whole = zstd(joined(lines));
  const rolling = (files: Readonly<Record<string, Uint8Array>>, folder = 'eventlog_v2_app-1/') =>
    Object.fromEntries(Object.entries(files).map(([name, bytes]) => [folder + name, bytes]));
  const none = new Uint8Array(0);

  return [
    file('whole', joined(lines)),
    file('last-line-cut', lastCut),
    file('last-line-cut-inprogress', lastCut, '.inprogress'),
    file('cut-in-the-middle', cutEarly),
    file('cut-in-the-middle-inprogress', cutEarly, '.inprogress'),
    file('bad-line-in-the-middle', bad),
    file('bad-line-in-the-middle-inprogress', bad, '.inprogress'),
    file('blank-line', inserted('')),
    file('unknown-event', inserted('{"Event":"com.example.MyListenerEvent","value":1}')),
    file('unknown-field', joined(lines.map((line) => `${line.slice(0, -1)},"Some New Field":{"a":[1,2]}}`))),
    file('crlf', bytes(lines.map((line) => `${line}\r\n`).join(''))),
    file('bom', bytes(`\ufeff${text(lines)}`)),
    file('no-final-newline', bytes(lines.join('\n'))),
    file('no-log-start', lost('LogStart')),
    file('no-application-start', lost('ApplicationStart')),
    file('no-application-end', lost('ApplicationEnd')),
    file('no-application-end-inprogress', lost('ApplicationEnd'), '.inprogress'),
    file('no-environment', lost('EnvironmentUpdate')),
    file('no-task-start', lost('TaskStart')),
    file('no-task-end', lost('TaskEnd')),
    file('every-3rd-task-end-lost', lost('TaskEnd', 3)),
    file('no-job-start', lost('JobStart')),
    file('no-job-end', lost('JobEnd')),
    file('no-stage-submitted', lost('StageSubmitted')),
    file('no-stage-completed', lost('StageCompleted')),
    file('no-sql-start', lost('SQLExecutionStart')),
    file('no-sql-end', lost('SQLExecutionEnd')),
    file('task-end-twice', joined(twice(lines, 'TaskEnd'))),
    file('job-end-twice', joined(twice(lines, 'JobEnd'))),
    file('stage-completed-twice', joined(twice(lines, 'StageCompleted'))),
    file('stage-completed-early', joined(early(lines, 'StageCompleted', 6))),
    file('job-end-early', joined(early(lines, 'JobEnd', 8))),
    file('only-the-first-third', joined(lines.slice(0, third))),
    file('only-the-last-two-thirds', joined(lines.slice(third))),
    file('gz', new Uint8Array(gzipSync(joined(lines))), '.gz'),
    file('zstd', whole, '.zstd'),
    file('zst-extension', whole, '.zst'),
    file('zstd-named-plain', whole),
    file('plain-named-zstd', joined(lines), '.zstd'),
    file('zstd-many-frames', new Uint8Array(Buffer.concat(frames)), '.zstd'),
    file('zstd-one-frame-cut', part(whole, 0.9), '.zstd'),
    file('zstd-frames-half', part(new Uint8Array(Buffer.concat(frames)), 0.6), '.zstd'),
    {
      name: 'rolling',
      files: rolling({
        'appstatus_app-1': none,
        'events_1_app-1': joined(lines.slice(0, middle)),
        'events_2_app-1': joined(lines.slice(middle)),
      }),
    },
    {
      name: 'rolling-inprogress',
      files: rolling({
        'appstatus_app-1.inprogress': none,
        'events_1_app-1': joined(lines.slice(0, middle)),
        'events_2_app-1': joined(without(lines.slice(middle), 'ApplicationEnd')),
      }),
    },
    {
      name: 'rolling-without-appstatus',
      files: rolling({
        'events_1_app-1': joined(lines.slice(0, middle)),
        'events_2_app-1': joined(lines.slice(middle)),
      }),
    },
    {
      name: 'rolling-first-file-lost',
      files: rolling({ 'appstatus_app-1': none, 'events_2_app-1': joined(lines.slice(middle)) }),
    },
    {
      name: 'rolling-gap',
      files: rolling({
        'appstatus_app-1': none,
        'events_1_app-1': joined(lines.slice(0, third)),
        'events_3_app-1': joined(lines.slice(2 * third)),
      }),
    },
    {
      name: 'rolling-compacted',
      files: rolling({
        'appstatus_app-1': none,
        'events_1_app-1': joined(lines.slice(0, third)),
        'events_2_app-1.compact': joined(lines.slice(0, 2 * third)),
        'events_3_app-1': joined(lines.slice(2 * third)),
      }),
    },
    {
      name: 'databricks-folder',
      files: rolling(
        {
          'eventlog-2026-01-01--00-00.gz': new Uint8Array(gzipSync(joined(lines.slice(0, middle)))),
          eventlog: joined(lines.slice(middle)),
        },
        'cluster/',
      ),
    },
  ];
}

function file(name: string, content: Uint8Array, suffix = ''): Variant {
  return { name, files: { [`app-1${suffix}`]: content } };
}

function text(lines: readonly string[], rest = ''): string {
  return lines.map((line) => `${line}\n`).join('') + rest;
}

function joined(lines: readonly string[], rest = ''): Uint8Array {
  return bytes(text(lines, rest));
}

function bytes(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function zstd(content: Uint8Array): Uint8Array {
  return new Uint8Array(zstdCompressSync(content));
}

function part(content: Uint8Array, share: number): Uint8Array {
  return content.subarray(0, Math.floor(content.length * share));
}

function tens(lines: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(lines.length / 10) }, (_, i) => lines.slice(10 * i, 10 * i + 10));
}

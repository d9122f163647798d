import { plural } from '#lib/base/format.ts';
import type { Batch } from '#lib/tables/batch.ts';
import { type LedgerRow, ledgerRow } from '#lib/tables/ledger-facts.ts';
import { type DecodeReport, newReport } from './containers/container.ts';
import { type StagesSoFar, stagesSoFar } from './leading-stages.ts';
import { BlockCutter } from './lines/blocks.ts';
import { EventReader, type UnreadableLine } from './lines/event-reader.ts';
import { PEAK_KEYS } from './replay/executor-state.ts';
import { Replay } from './replay/replay.ts';

/** One file of a log, in reading order. */
export interface LogPart {
  readonly path: string;
  /** Size of the file as it is stored, in bytes. */
  readonly bytes: number;
  /** Decoded bytes; `report` tells how much of the file was consumed and how it ended. */
  open(report: DecodeReport): AsyncIterable<Uint8Array>;
}

/** The log of one application attempt. */
export interface LogToRead {
  readonly parts: readonly LogPart[];
  readonly inProgress: boolean;
  /** Numbers of parts of a rolling log that are not there. */
  readonly missingParts: readonly number[];
  readonly compacted: boolean;
}

export interface IngestProgress extends StagesSoFar {
  /** Bytes of the files consumed, and their total. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
  /** Decoded bytes so far. */
  readonly bytesDecoded: number;
  readonly events: number;
  readonly tasks: number;
  readonly jobs: number;
  readonly stages: number;
  readonly application: string | null;
}

export interface IngestStats {
  readonly files: number;
  readonly bytes: number;
  readonly bytesDecoded: number;
  readonly events: number;
  /** Events that were parsed as JSON; the rest was read by position. */
  readonly eventsParsed: number;
  readonly unreadableLines: number;
}

export interface IngestOptions {
  /** Receives rows as they are ready. A returned promise is waited for, so that rows do not pile up. */
  readonly onBatch: (batch: Batch) => undefined | Promise<void>;
  readonly onProgress?: (progress: IngestProgress) => void;
  readonly signal?: AbortSignal;
}

/** Reads a log to its end and hands all rows of all tables to `onBatch`. Throws only when aborted. */
export async function ingest(log: LogToRead, options: IngestOptions): Promise<IngestStats> {
  const pending: Promise<void>[] = [];
  const onBatch = (batch: Batch): void => {
    const done = options.onBatch(batch);
    if (!done) return;
    // A failure is heard where it is waited for; until then the runtime must not take it for one nobody handles.
    done.catch(() => undefined);
    pending.push(done);
  };
  const files = new FileFacts();
  const replay = new Replay(onBatch, (line) => files.unreadable(line));
  const reader = new EventReader(replay, PEAK_KEYS);
  const total = log.parts.reduce((sum, part) => sum + part.bytes, 0);
  const soFar = sometimes(() => stagesSoFar(replay.scheduler.stages.values()));
  let bytesBefore = 0;
  let decodedBefore = 0;

  for (const part of log.parts) {
    files.begin(part.path);
    const report = newReport();
    const cutter = new BlockCutter(
      (bytes, start, end, offset) => reader.block(bytes, start, end, offset),
      ({ offset, length }) => files.unreadable({ position: offset, length, reason: 'too long', last: false }),
    );
    for await (const chunk of part.open(report)) {
      options.signal?.throwIfAborted();
      cutter.push(chunk);
      options.onProgress?.({
        bytesRead: bytesBefore + report.bytesIn,
        bytesTotal: total,
        bytesDecoded: decodedBefore + cutter.offset,
        events: reader.events,
        tasks: replay.taskCount,
        jobs: replay.scheduler.jobs.size,
        stages: replay.scheduler.stages.size,
        application: replay.application.name,
        ...soFar(),
      });
      // Rows wait in memory while DuckDB is behind; more than a few batches are not allowed to.
      while (pending.length > MAX_PENDING) await pending.shift();
    }
    cutter.end();
    files.end(report, log.inProgress);
    bytesBefore += part.bytes;
    decodedBefore += cutter.offset;
  }
  replay.finish(
    log.parts.map((part) => part.path),
    [...logFacts(log), ...files.rows()],
  );
  await Promise.all(pending);
  return {
    files: log.parts.length,
    bytes: total,
    bytesDecoded: decodedBefore,
    events: reader.events,
    eventsParsed: reader.parsed,
    unreadableLines: files.unreadableLines,
  };
}

const MAX_PENDING = 4;

/** Works out a value at most four times a second and gives the last one in between. */
function sometimes<T>(work: () => T): () => T {
  let last: { readonly value: T; readonly at: number } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at >= 250) last = { value: work(), at: now };
    return last.value;
  };
}

function logFacts(log: LogToRead): readonly LedgerRow[] {
  const rows: LedgerRow[] = [];
  if (log.missingParts.length > 0) {
    rows.push(
      ledgerRow(
        'parts-missing',
        `Parts ${log.missingParts.slice(0, 20).join(', ')} of the rolling log are not there.`,
        {
          count: log.missingParts.length,
        },
      ),
    );
  }
  if (log.compacted) rows.push(ledgerRow('compacted', 'The log has a .compact part.'));
  return rows;
}

/** Damage of the files themselves: containers that break off, lines that are no events. */
class FileFacts {
  readonly #rows: LedgerRow[] = [];
  readonly #byKind = new Map<string, { count: number; first: UnreadableLine; path: string }>();
  #path = '';
  unreadableLines = 0;

  begin(path: string): void {
    this.#path = path;
  }

  unreadable(line: UnreadableLine): void {
    if (line.reason !== 'blank') this.unreadableLines++;
    const fact = line.reason === 'blank' ? 'blank-lines' : line.last ? 'last-line-cut' : 'unreadable-lines';
    const key = `${this.#path}|${fact}`;
    const known = this.#byKind.get(key);
    if (known) known.count++;
    else this.#byKind.set(key, { count: 1, first: line, path: this.#path });
  }

  end(report: DecodeReport, inProgress: boolean): void {
    const { damage } = report;
    if (!damage) return;
    const fact = damage.kind === 'truncated' ? 'file-truncated' : 'file-corrupt';
    const why = inProgress && damage.kind === 'truncated' ? ' (the application had not closed its log)' : '';
    this.#rows.push(
      ledgerRow(fact, `${this.#path}: ${damage.detail}${why}.`, {
        source_file: this.#path,
        position: damage.atByte,
      }),
    );
  }

  rows(): readonly LedgerRow[] {
    const lines = [...this.#byKind].map(([key, { count, first, path }]) => {
      const fact = key.slice(key.indexOf('|') + 1) as 'blank-lines' | 'last-line-cut' | 'unreadable-lines';
      return ledgerRow(fact, `${path}: ${lineFacts(fact, count, first)}`, {
        count,
        source_file: path,
        position: first.position,
      });
    });
    return [...this.#rows, ...lines];
  }
}

function lineFacts(fact: string, count: number, first: UnreadableLine): string {
  const where = `${count > 1 ? 'the first ' : ''}at byte ${first.position}`;
  if (fact === 'last-line-cut') return `the last line breaks off (${where}).`;
  if (fact === 'blank-lines') return `${plural(count, 'blank line')}, ${where}.`;
  return `${plural(count, 'line')} could not be read, ${where} (${first.reason}, ${plural(first.length, 'byte')}).`;
}

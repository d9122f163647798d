import { isJson, type Json } from '../json.ts';
import { TaskLines } from './task-lines.ts';
import { fillFromJson, newTaskRecord, type TaskRecord } from './task-record.ts';

/** Receives the events of a log in the order of its lines. */
export interface EventSink {
  /** A task's start or end; the record is reused for the next one. */
  task(record: TaskRecord): void;
  /** Any other event, named without its package, e.g. `SparkListenerJobStart`. */
  event(name: string, event: Json): void;
  /** A line that is no event: `position` is its offset in the decoded file. */
  unreadable(line: UnreadableLine): void;
}

export interface UnreadableLine {
  readonly position: number;
  readonly length: number;
  readonly reason: 'blank' | 'not JSON' | 'no event' | 'too long';
  /** True for the very last line of a file without a newline: the writer was cut off. */
  readonly last: boolean;
}

/** Reads blocks of whole lines into events. */
export class EventReader {
  readonly #sink: EventSink;
  readonly #tasks: TaskLines;
  readonly #peakKeys: readonly string[];
  readonly #record: TaskRecord;
  readonly #decoder = new TextDecoder();
  events = 0;
  /** Lines that were parsed as JSON, for the figures in the tests. */
  parsed = 0;

  constructor(sink: EventSink, peakKeys: readonly string[]) {
    this.#sink = sink;
    this.#peakKeys = peakKeys;
    this.#tasks = new TaskLines(peakKeys);
    this.#record = newTaskRecord(peakKeys.length);
  }

  /** bytes[start, end) are whole lines; `offset` is the position of `start` in the decoded file. */
  block(bytes: Uint8Array, start: number, end: number, offset: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = start;
    while (at < end) {
      const task = isTaskLine(bytes, at);
      if (task) {
        const next = this.#tasks.read(bytes, view, at, end, this.#record);
        if (next > 0) {
          this.events++;
          this.#sink.task(this.#record);
          at = next;
          continue;
        }
      }
      const newline = bytes.indexOf(NEWLINE, at);
      const stop = newline < 0 || newline >= end ? end : newline;
      this.#line(bytes, at, stop, offset + (at - start), newline < 0 || newline >= end);
      if (task && stop < end) this.#tasks.learn(bytes, at, stop + 1);
      at = stop + 1;
    }
  }

  #line(bytes: Uint8Array, start: number, end: number, position: number, last: boolean): void {
    const length = end - start;
    const line = this.#decoder.decode(bytes.subarray(start, end));
    if (line.trim() === '') {
      if (!last || length > 0) this.#sink.unreadable({ position, length, reason: 'blank', last });
      return;
    }
    let event: unknown;
    try {
      event = JSON.parse(line.charCodeAt(0) === BYTE_ORDER_MARK ? line.slice(1) : line);
    } catch {
      this.#sink.unreadable({ position, length, reason: 'not JSON', last });
      return;
    }
    const name = isJson(event) ? event.Event : undefined;
    if (!isJson(event) || typeof name !== 'string') {
      this.#sink.unreadable({ position, length, reason: 'no event', last });
      return;
    }
    this.parsed++;
    this.events++;
    const short = shortName(name);
    if (short !== 'SparkListenerTaskStart' && short !== 'SparkListenerTaskEnd')
      this.#sink.event(short, event);
    else if (fillFromJson(this.#record, event, this.#peakKeys)) this.#sink.task(this.#record);
    else this.#sink.unreadable({ position, length, reason: 'no event', last: false });
  }
}

/** `org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart` -> `SparkListenerSQLExecutionStart`. */
export function shortName(event: string): string {
  return event.slice(Math.max(event.lastIndexOf('.'), event.lastIndexOf('$')) + 1);
}

/** Whether the line starts with `{"Event":"SparkListenerTask`; its parts are checked where they differ most. */
function isTaskLine(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 10] === 83 && bytes[at + 23] === 84 && bytes[at + 26] === 107;
}

const NEWLINE = 10;
const BYTE_ORDER_MARK = 0xfeff;

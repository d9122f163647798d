import { isJson } from '#lib/eventlog/json.ts';
import { TaskLines } from '#lib/eventlog/lines/task-lines.ts';
import { fillFromJson, newTaskRecord, type TaskRecord } from '#lib/eventlog/lines/task-record.ts';
import { PEAK_KEYS } from '#lib/eventlog/replay/executor-state.ts';

/** Task lines read one by one, by position and as JSON, in a form that can be compared. */

const encoder = new TextEncoder();

export function isTaskLine(line: string): boolean {
  return /^\{"Event":"SparkListenerTask(Start|End)"/.test(line);
}

/** What JSON makes of a line; undefined when it is no task event. */
export function byJson(line: string): PlainRecord | undefined {
  const record = newTaskRecord(PEAK_KEYS.length);
  let event: unknown;
  try {
    event = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isJson(event) && fillFromJson(record, event, PEAK_KEYS) ? plain(record) : undefined;
}

/** The positional reader with the layouts of some lines learned. */
export function positional(learned: readonly string[]): (line: string) => PlainRecord | undefined {
  const lines = new TaskLines(PEAK_KEYS);
  for (const line of learned) {
    const bytes = encoder.encode(`${line}\n`);
    lines.learn(bytes, 0, bytes.length);
  }
  const record = newTaskRecord(PEAK_KEYS.length);
  return (line) => {
    const bytes = encoder.encode(`${line}\n`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = lines.read(bytes, view, 0, bytes.length, record);
    if (end < 0) return undefined;
    return { ...plain(record), ...(end !== bytes.length && { endsAt: end }) };
  };
}

/** A record whose lists are as long as what is in them. */
export interface PlainRecord extends Readonly<Record<string, unknown>> {
  readonly accumulators: readonly (readonly number[])[];
}

function plain(record: TaskRecord): PlainRecord {
  const { metrics, peaks, accumulatorIds, accumulatorUpdates, accumulatorCount, ...fields } = record;
  return {
    ...fields,
    metrics: [...metrics],
    peaks: [...peaks],
    accumulators: Array.from({ length: accumulatorCount }, (_, i) => [
      accumulatorIds[i]!,
      accumulatorUpdates[i]!,
    ]),
  };
}

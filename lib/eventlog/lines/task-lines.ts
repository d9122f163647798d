import { TASK_METRICS } from '#lib/tables/schema/task-metrics.ts';
import { AccumulableReader } from './accumulables.ts';
import { learnLayout } from './learn-shape.ts';
import { LineShape } from './line-shape.ts';
import { deriveMetrics, type TaskRecord } from './task-record.ts';
import { TextPool } from './text-pool.ts';

/**
 * The fast way for task starts and ends, 95 % of the lines of a log: their layout is learned from the first
 * line and later ones are read by position. Lines of another layout (failures, other fields) take the slow way,
 * JSON, and both ways fill the same record; a test compares them on every line of real logs.
 */
export class TaskLines {
  readonly #shapes: CompiledShape[] = [];
  readonly #accumulables = new AccumulableReader();
  readonly #texts = new TextPool();
  readonly #peakKeys: readonly string[];
  #tries = 0;

  constructor(peakKeys: readonly string[]) {
    this.#peakKeys = peakKeys;
  }

  /**
   * Reads the line at `start` into `record`. Position after the line, or -1 when no known layout fits.
   */
  read(bytes: Uint8Array, view: DataView, start: number, end: number, record: TaskRecord): number {
    for (const compiled of this.#shapes) {
      const next = compiled.shape.match(bytes, view, start, end);
      if (next > 0) {
        this.#fill(compiled, bytes, record);
        return next;
      }
    }
    return -1;
  }

  /** Learns the layout of a line that `read` did not know; `end` is behind its newline. */
  learn(bytes: Uint8Array, start: number, end: number): void {
    if (this.#shapes.length >= MAX_SHAPES || this.#tries >= MAX_TRIES) return;
    this.#tries++;
    const line = bytes.subarray(start, end);
    const head = latin1.decode(line.subarray(0, 400));
    const isEnd = head.startsWith('{"Event":"SparkListenerTaskEnd"');
    if (isEnd ? !head.includes(SUCCESS) : !head.startsWith('{"Event":"SparkListenerTaskStart"')) return;
    const layout = learnLayout(line, { constant: CONSTANT });
    if (!layout) return;
    const shape = new LineShape(layout, this.#accumulables);
    const targets = Int32Array.from(shape.slots, (slot) => this.#target(slot.path));
    this.#shapes.push({ shape, targets, isEnd });
  }

  #target(slotPath: string): number {
    const path = slotPath.replace('Shuffle Push Read Metrics', 'Push Based Shuffle');
    const field = FIELDS.indexOf(path);
    if (field >= 0) return field;
    const metric = TASK_METRICS.findIndex((m) => !m.derived && `Task Metrics/${m.path.join('/')}` === path);
    if (metric >= 0) return METRICS + metric;
    const peak = this.#peakKeys.findIndex((key) => `Task Executor Metrics/${key}` === path);
    return peak >= 0 ? PEAKS + peak : IGNORED;
  }

  #fill({ shape, targets, isEnd }: CompiledShape, bytes: Uint8Array, record: TaskRecord): void {
    const { numbers, textStart, textEnd } = shape;
    const { metrics, peaks } = record;
    record.isEnd = isEnd;
    record.attempt = 0;
    record.partition = -1;
    record.gettingResultTime = 0;
    record.speculative = false;
    record.failed = false;
    record.killed = false;
    record.reason = isEnd ? 'Success' : '';
    record.errorClass = '';
    record.errorMessage = '';
    metrics.fill(0);
    peaks.fill(0);
    for (let slot = 0; slot < targets.length; slot++) {
      const target = targets[slot]!;
      if (target >= PEAKS) peaks[target - PEAKS] = numbers[slot]!;
      else if (target >= METRICS) metrics[target - METRICS] = numbers[slot]!;
      else if (target >= 0) {
        const value = numbers[slot]!;
        switch (target) {
          case 0:
            record.stageId = value;
            break;
          case 1:
            record.stageAttempt = value;
            break;
          case 2:
            record.taskId = value;
            break;
          case 3:
            record.index = value;
            break;
          case 4:
            record.attempt = value;
            break;
          case 5:
            record.partition = value;
            break;
          case 6:
            record.launchTime = value;
            break;
          case 7:
            record.finishTime = value;
            break;
          case 8:
            record.gettingResultTime = value;
            break;
          case 9:
            record.executorId = this.#texts.text(bytes, textStart[slot]!, textEnd[slot]!);
            break;
          case 10:
            record.host = this.#texts.text(bytes, textStart[slot]!, textEnd[slot]!);
            break;
          case 11:
            record.locality = this.#texts.text(bytes, textStart[slot]!, textEnd[slot]!);
            break;
          case 12:
            record.speculative = value === 1;
            break;
          case 13:
            record.failed = value === 1;
            break;
          default:
            record.killed = value === 1;
        }
      }
    }
    deriveMetrics(metrics);
    record.accumulatorIds = this.#accumulables.ids;
    record.accumulatorUpdates = this.#accumulables.updates;
    record.accumulatorCount = isEnd ? this.#accumulables.count : 0;
  }
}

interface CompiledShape {
  readonly shape: LineShape;
  /** By slot: where its value goes: a field, `METRICS` + index, `PEAKS` + index, or `IGNORED`. */
  readonly targets: Int32Array;
  readonly isEnd: boolean;
}

/** By position: the targets of `#fill`'s switch. */
const FIELDS: readonly string[] = [
  'Stage ID',
  'Stage Attempt ID',
  'Task Info/Task ID',
  'Task Info/Index',
  'Task Info/Attempt',
  'Task Info/Partition ID',
  'Task Info/Launch Time',
  'Task Info/Finish Time',
  'Task Info/Getting Result Time',
  'Task Info/Executor ID',
  'Task Info/Host',
  'Task Info/Locality',
  'Task Info/Speculative',
  'Task Info/Failed',
  'Task Info/Killed',
];
const METRICS = 100;
const PEAKS = 1000;
const IGNORED = -1;

/** Only tasks that succeeded are read by position; the others are few and each has details of its own. */
const SUCCESS = '"Task End Reason":{"Reason":"Success"}';
const CONSTANT: ReadonlySet<string> = new Set(['Event', 'Task End Reason/Reason']);

/** A log has one or two layouts of each kind; more would only slow the search down. */
const MAX_SHAPES = 6;
/** Lines that are tried for learning before the slow way is accepted for good. */
const MAX_TRIES = 200;

const latin1 = new TextDecoder('latin1');

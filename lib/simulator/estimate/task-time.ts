import { type Computed, input } from '../computed.ts';
import { MEASURED_ONCE } from './format-figures.ts';

/** What a task does, in bytes of rows in memory (spilled bytes as they were in memory). */
export interface TaskLoad {
  /** Opened to be read, or created. */
  readonly files: number;
  readonly scanned: number;
  readonly shuffled: number;
  /** Sorted, joined or aggregated. */
  readonly worked: number;
  /** Written and read again. */
  readonly spilled: number;
  readonly written: number;
}

/** Bytes of rows that one core does in a second, and what a task and a file cost before their first row. */
export interface Speeds {
  readonly scanRate: number;
  readonly shuffleRate: number;
  readonly rowRate: number;
  readonly writeRate: number;
  readonly taskMs: number;
  readonly openMs: number;
}

export function taskMs(load: TaskLoad, speeds: Speeds): number {
  const seconds =
    load.scanned / speeds.scanRate +
    (load.shuffled + 2 * load.spilled) / speeds.shuffleRate +
    load.worked / speeds.rowRate +
    load.written / speeds.writeRate;
  return speeds.taskMs + load.files * speeds.openMs + 1000 * seconds;
}

/** One task's time with its parts, for "how computed". Waiting for others, garbage collection and the network are left out. */
export function taskTime(load: TaskLoad, speeds: Speeds): Computed {
  return {
    value: taskMs(load, speeds),
    unit: 'ms',
    formula:
      'cost of a task + files x time of a file + 1000 x (scanned / read speed + (shuffled + 2 x spilled) / shuffle speed + worked / sort and join speed + written / write speed)',
    inputs: [
      input('cost of a task', speeds.taskMs, 'ms'),
      input('files', load.files, 'files'),
      input('time of a file', speeds.openMs, 'ms'),
      input('scanned', load.scanned, 'bytes'),
      input('shuffled', load.shuffled, 'bytes'),
      input('spilled', load.spilled, 'bytes'),
      input('worked', load.worked, 'bytes'),
      input('written', load.written, 'bytes'),
      input('read speed, a second', speeds.scanRate, 'bytes'),
      input('shuffle speed, a second', speeds.shuffleRate, 'bytes'),
      input('sort and join speed, a second', speeds.rowRate, 'bytes'),
      input('write speed, a second', speeds.writeRate, 'bytes'),
    ],
    source: MEASURED_ONCE,
    kind: 'estimate',
  };
}

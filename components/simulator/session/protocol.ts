import type { Computed } from '#lib/simulator/computed.ts';
import type { KeyFile } from '#lib/simulator/distribution/key-column.ts';
import type { CurvePoint } from '#lib/simulator/pipeline/knee.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import type { TotalId } from '#lib/simulator/pipeline/pipeline-run.ts';
import type { SweepId, SweepPoint } from '#lib/simulator/pipeline/sweep.ts';
import type { RunPicture } from './run-picture.ts';

/** What was asked for cannot be: in words, with what would work. Errors lose that on their way from a worker. */
export interface Refusal {
  readonly message: string;
  readonly hint: string | undefined;
}

export type Answer<T> = { readonly value: T } | { readonly refusal: Refusal };

/** How one task's time and spill came about. */
export interface TaskComputed {
  readonly time: Computed;
  readonly spill: Computed;
}

export interface Curve {
  readonly points: readonly SweepPoint[];
  /** Where each total stops falling fast. */
  readonly knees: Readonly<Partial<Record<TotalId, CurvePoint>>>;
}

/** The worker's face. */
export interface SimulatorWorker {
  run(knobs: Knobs): Answer<RunPicture>;
  /** Of the run that was answered last. */
  explainTask(stage: number, task: number): TaskComputed | undefined;
  /** undefined when another sweep or `cancelSweep` ended it. */
  sweep(
    knobs: Knobs,
    id: SweepId,
    onProgress: (done: number, total: number) => void,
  ): Promise<Answer<Curve> | undefined>;
  cancelSweep(): void;
  /** The first columns of a file of keys, with how their values spread. */
  readKeys(file: Blob): Promise<Answer<KeyFile>>;
}

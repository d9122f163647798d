import { UserError } from '#lib/base/assert.ts';
import { type KeyFile, readKeyFile } from '#lib/simulator/distribution/key-column.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { type PipelineRun, TOTALS } from '#lib/simulator/pipeline/pipeline-run.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import {
  type SweepId,
  type SweepPoint,
  sweep,
  sweepKnee,
  sweepValues,
} from '#lib/simulator/pipeline/sweep.ts';
import type { Answer, Curve, SimulatorWorker, TaskComputed } from './protocol.ts';
import { pictureOf, type RunPicture } from './run-picture.ts';

/** What the worker does, one thing at a time; a sweep lets other questions in between its points. */
export class SimulatorEngine implements SimulatorWorker {
  #run: PipelineRun | undefined;
  #sweeps = 0;

  run(knobs: Knobs): Answer<RunPicture> {
    return answer(() => {
      this.#run = runPipeline(knobs);
      return pictureOf(this.#run);
    });
  }

  explainTask(stage: number, task: number): TaskComputed | undefined {
    const tasks = this.#run?.stages[stage]?.tasks;
    return tasks && task < tasks.count ? tasks.explain(task) : undefined;
  }

  async sweep(
    knobs: Knobs,
    id: SweepId,
    onProgress: (done: number, total: number) => void,
  ): Promise<Answer<Curve> | undefined> {
    this.#sweeps += 1;
    const mine = this.#sweeps;
    const total = sweepValues(id, knobs[id]).length;
    const points: SweepPoint[] = [];
    try {
      for (const point of sweep(knobs, id)) {
        points.push(point);
        onProgress(points.length, total);
        await nextTurn();
        if (mine !== this.#sweeps) return undefined;
      }
      const knees = TOTALS.map((each) => [each, sweepKnee(points, id, each)]);
      return { value: { points, knees: Object.fromEntries(knees) } };
    } catch (error) {
      return refused(error);
    }
  }

  cancelSweep(): void {
    this.#sweeps += 1;
  }

  async readKeys(file: Blob): Promise<Answer<KeyFile>> {
    try {
      return { value: await readKeyFile(file) };
    } catch (error) {
      return refused(error);
    }
  }
}

function answer<T>(ask: () => T): Answer<T> {
  try {
    return { value: ask() };
  } catch (error) {
    return refused(error);
  }
}

function refused(error: unknown): Answer<never> {
  if (!(error instanceof UserError)) throw error;
  return { refusal: { message: error.message, hint: error.hint } };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

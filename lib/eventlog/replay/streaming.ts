import type { streamingBatches } from '#lib/tables/schema/application.ts';
import type { RowOf } from '#lib/tables/schema/column.ts';
import { isJson, type Json, number, object, objects, text } from '../json.ts';

/** Progress of Structured Streaming queries (`StreamingQueryListener$QueryProgressEvent`). */
export class Streaming {
  readonly rows: RowOf<typeof streamingBatches>[] = [];

  progress(event: Json): void {
    const progress = parsed(event.progress);
    if (!progress) return;
    const sources = objects(progress, 'sources');
    const operators = objects(progress, 'stateOperators');
    const trigger = Date.parse(text(progress, 'timestamp') ?? '');
    this.rows.push({
      query_id: text(progress, 'id') ?? null,
      run_id: text(progress, 'runId') ?? null,
      name: text(progress, 'name') ?? null,
      batch_id: number(progress, 'batchId') ?? null,
      trigger_time: Number.isNaN(trigger) ? null : trigger,
      batch_duration:
        number(progress, 'batchDuration') ??
        number(object(progress, 'durationMs'), 'triggerExecution') ??
        null,
      // The event has no total of its own: it is the sum over the sources.
      num_input_rows: number(progress, 'numInputRows') ?? sum(sources, 'numInputRows'),
      state_rows: operators.length > 0 ? sum(operators, 'numRowsTotal') : null,
      state_memory_bytes: operators.length > 0 ? sum(operators, 'memoryUsedBytes') : null,
      durations_ms: JSON.stringify(progress.durationMs ?? {}),
      sources: JSON.stringify(progress.sources ?? []),
      sink: text(object(progress, 'sink'), 'description') ?? null,
    });
  }
}

/** Some versions write the progress as an object, others as a text that holds one. */
function parsed(progress: unknown): Json | undefined {
  if (isJson(progress)) return progress;
  if (typeof progress !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(progress);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function sum(list: readonly Json[], key: string): number {
  return list.reduce((total, item) => total + Math.max(0, number(item, key) ?? 0), 0);
}

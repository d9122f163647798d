import { UserError } from '#lib/base/assert.ts';
import { formatCount } from '#lib/base/format.ts';
import { flag } from '#lib/plan/conf.ts';
import { EVENT_TIME, type StreamRow } from '../streaming/stream-query.ts';
import { type MicroBatch, StreamRun } from '../streaming/stream-run.ts';
import type { CaseKind } from './case-kind.ts';
import { type CaseInput, MAX_PARTITIONS } from './read-input.ts';
import { groupsPerRow, parseDuration, parseStreamQuery } from './streaming-query.ts';

/** Every batch may look at all state; together these keep a trace to seconds. */
const MAX_FILES = 2000;
const MAX_GROUPS = 200_000;

/** The batches of a streaming query over files that are all there from the start, and those after a restart. */
export const streamingTrace: CaseKind = {
  kind: 'streaming-trace',
  run(input, spark) {
    const delay = input.optional('watermarkDelay');
    const delayMs = delay === undefined ? undefined : parseDuration(delay.text());
    if (delay !== undefined && delayMs === undefined) delay.refuse('a duration such as "10 seconds"');
    const conf = input.optional('conf')?.entries((value) => String(value.value)) ?? [];
    const steps = parseStreamQuery(input.field('query').text());
    const run = new StreamRun(
      {
        steps,
        outputMode: input.field('outputMode').oneOf(['append', 'update', 'complete']),
        watermarkDelayMs: delayMs,
      },
      {
        noDataBatches: flag(
          { spark, cores: 1, conf: Object.fromEntries(conf) },
          'spark.sql.streaming.noDataMicroBatches.enabled',
          true,
        ),
      },
    );
    const files = input.field('files').list(readFile, MAX_FILES);
    const rows = files.reduce((sum, file) => sum + file.length, 0);
    if (rows * groupsPerRow(steps) > MAX_GROUPS)
      throw new UserError(
        `The rows of the files times the windows of each are more than ${formatCount(MAX_GROUPS)}`,
      );
    const perBatch = input.optional('filesPerTrigger')?.integer(1, MAX_FILES) ?? MAX_FILES;
    const partitions = input.field('shufflePartitions').integer(1, MAX_PARTITIONS);
    const shown = (batch: MicroBatch) => asProgress(batch, partitions);
    const batches = run.readAvailable(inBatches(files, perBatch)).map(shown);
    const extra = input.optional('restartExtraFile');
    return {
      batches,
      // State keeps the partitions that it was made with, whatever shuffle.partitions is at the restart.
      batchesAfterRestart: extra ? run.readAvailable([readFile(extra)]).map(shown) : null,
    };
  },
};

function readFile(file: CaseInput): readonly StreamRow[] {
  return file.list((row) => {
    const [time, key] = row.list((value) => value, 2);
    const ms = Date.parse(`${time?.text().replace(' ', 'T')}Z`);
    if (time === undefined || key === undefined || Number.isNaN(ms))
      return row.refuse('an event time such as "2024-01-01 00:00:05" and a key');
    return { [EVENT_TIME]: ms, k: key.text() };
  });
}

function inBatches(
  files: readonly (readonly StreamRow[])[],
  perBatch: number,
): readonly (readonly StreamRow[])[] {
  return Array.from({ length: Math.ceil(files.length / perBatch) }, (_, i) =>
    files.slice(i * perBatch, (i + 1) * perBatch).flat(),
  );
}

function asProgress(batch: MicroBatch, partitions: number): unknown {
  const { batchId, numInputRows, sinkRows } = batch;
  return {
    batchId,
    numInputRows,
    watermark: moment(batch.watermarkMs),
    maxEventTime: moment(batch.maxEventTimeMs),
    stateOperators: batch.stateOperators.map((operator) => ({
      ...operator,
      numShufflePartitions: partitions,
      numStateStoreInstances: partitions,
    })),
    sinkRows,
  };
}

function moment(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString();
}

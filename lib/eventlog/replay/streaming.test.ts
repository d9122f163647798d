import { describe, expect, it } from 'vitest';
import { readRun } from '#lib/testing/read-run.ts';

describe('streaming_batches', () => {
  it('has a row for every micro-batch', async () => {
    const { row } = await readRun('gap 5 s\nbatch 3  query clicks  rows 100 20  ms 900  state 5k');
    expect(row('streaming_batches')).toMatchObject({
      query_id: 'id-clicks',
      run_id: 'run-clicks',
      name: 'clicks',
      batch_id: 3,
      trigger_time: 1_700_000_006_000,
      batch_duration: 900,
      num_input_rows: 120,
      state_rows: 5000,
      state_memory_bytes: 1024,
      durations_ms: '{"triggerExecution":900,"addBatch":890}',
      sink: 'sink',
    });
  });

  it('has no state where the query has none', async () => {
    expect((await readRun('batch 0')).row('streaming_batches')).toMatchObject({
      state_rows: null,
      num_input_rows: 0,
    });
  });

  it('reads progress that is a text, as some versions write it', async () => {
    const progress = JSON.stringify({
      id: 'q',
      batchId: 1,
      durationMs: { triggerExecution: 70 },
      sources: [{ numInputRows: -1 }, { numInputRows: 4 }],
    });
    const event = {
      Event: 'org.apache.spark.sql.streaming.StreamingQueryListener$QueryProgressEvent',
      progress,
    };
    expect((await readRun(`event ${JSON.stringify(event)}`)).row('streaming_batches')).toMatchObject({
      query_id: 'q',
      batch_id: 1,
      batch_duration: 70,
      num_input_rows: 4,
      trigger_time: null,
    });
  });

  it('passes over progress that is none', async () => {
    for (const progress of ['"{"', '5', 'null', '"[1]"']) {
      const event = `{"Event":"org.apache.spark.sql.streaming.StreamingQueryListener$QueryProgressEvent","progress":${progress}}`;
      expect((await readRun(`event ${event}`)).rows('streaming_batches')).toEqual([]);
    }
  });
});

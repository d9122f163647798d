import { keyWeights, rowsPerKey } from '#lib/simulator/distribution/key-shape.ts';
import { bigintKeys, hashPartitionRows } from '#lib/simulator/distribution/partition-rows.ts';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import { sweep } from '#lib/simulator/pipeline/sweep.ts';

const WARM_UP = 10;
const RUNS = 30;
const MILLION = 1_000_000;
const GIB = 2 ** 30;

/** How long the simulator's answer to one turned knob takes, and a curve of it. */
export function simulatorBench(): void {
  const many: Knobs = { ...DEFAULT_KNOBS, shufflePartitions: 2000 };
  console.log('\nsimulator: exchange, adaptive execution and schedule of a whole pipeline');
  report('join of 20 GiB, 200 partitions', () => runPipeline(DEFAULT_KNOBS));
  report('join of 20 GiB, 2,000 partitions', () => runPipeline(many));
  report('join of 200 GiB, 2,000 partitions, 64 executors', () =>
    runPipeline({ ...many, dataBytes: 200 * GIB, executors: 64 }),
  );
  report('2,000 partitions, dynamic allocation, speculation', () =>
    runPipeline({ ...many, dynamicAllocation: true, speculation: true }),
  );
  const rows = rowsPerKey(keyWeights({ kind: 'zipf', keys: MILLION, exponent: 1 }), 1e9);
  const column = bigintKeys(MILLION);
  report('a million keys into 2,000 partitions', () => hashPartitionRows({ column, rows }, 2000));
  const started = performance.now();
  const points = [...sweep(DEFAULT_KNOBS, 'shufflePartitions')].length;
  console.log(`${Math.round(performance.now() - started)} ms  sweep of ${points} numbers of partitions`);
}

function report(what: string, run: () => unknown): void {
  for (let i = 0; i < WARM_UP; i++) run();
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (RUNS - 1))]!.toFixed(1);
  console.log(`${at(0.5).padStart(6)} ms median, ${at(0.95)} ms at 95 %  ${what}`);
}

import { cartesianJoin } from './cartesian-join.ts';
import type { Detector } from './detector.ts';
import { driverGap } from './driver-gap.ts';
import { eventLoss } from './event-loss.ts';
import { executorLost } from './executor-lost.ts';
import { fewPartitions } from './few-partitions.ts';
import { gcPressure } from './gc-pressure.ts';
import { idleCores } from './idle-cores.ts';
import { incompleteLog } from './incomplete-log.ts';
import { jobFailed } from './job-failed.ts';
import { missedBroadcast } from './missed-broadcast.ts';
import { singlePartitionStage } from './single-partition-stage.ts';
import { smallFilesRead } from './small-files-read.ts';
import { smallFilesWritten } from './small-files-written.ts';
import { spill } from './spill.ts';
import { stageRetry } from './stage-retry.ts';
import { straggler } from './straggler.ts';
import { taskFailures } from './task-failures.ts';
import { taskSkew } from './task-skew.ts';
import { tinyTasks } from './tiny-tasks.ts';

/** Every detector over a run. Adding one: its file, its test, its page, and a line here (docs/adding-a-detector.md). */
export const DETECTORS: readonly Detector[] = [
  jobFailed,
  taskFailures,
  executorLost,
  stageRetry,
  incompleteLog,
  eventLoss,
  taskSkew,
  straggler,
  spill,
  gcPressure,
  tinyTasks,
  fewPartitions,
  singlePartitionStage,
  smallFilesRead,
  smallFilesWritten,
  missedBroadcast,
  cartesianJoin,
  idleCores,
  driverGap,
];

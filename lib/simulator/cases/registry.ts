import { aqeCoalesceUnit } from './aqe-coalesce-unit.ts';
import { aqeCoalesce, aqeLocalRead, aqeSkew } from './aqe-stage.ts';
import type { CaseKind } from './case-kind.ts';
import { filePartitions } from './file-partitions.ts';
import { hashPartition } from './hash-partition.ts';
import { joinSelection } from './join-selection.ts';
import { mapStatusQuantise } from './map-status-quantise.ts';
import { memory } from './memory.ts';
import { outputFiles } from './output-files.ts';
import { portableHash } from './portable-hash.ts';
import { rddWideNoDefault } from './rdd-wide-no-default.ts';
import { roundRobin } from './round-robin.ts';
import { rowGroupTasks } from './row-group-tasks.ts';
import { shuffleWriter } from './shuffle-writer.ts';
import { sizeEstimate } from './size-estimate.ts';
import { slicing } from './slicing.ts';
import { splitByTargetUnit } from './split-by-target-unit.ts';
import { streamingTrace } from './streaming-trace.ts';
import { takeJobsKind } from './take-jobs.ts';
import { textFileSplits } from './text-file-splits.ts';

/** Every kind of case that needs nothing but the simulator; kinds with text of a program are added by the command line. */
export const CASE_KINDS: readonly CaseKind[] = [
  aqeCoalesce,
  aqeCoalesceUnit,
  aqeLocalRead,
  aqeSkew,
  filePartitions,
  hashPartition,
  joinSelection,
  mapStatusQuantise,
  memory,
  outputFiles,
  portableHash,
  rddWideNoDefault,
  roundRobin,
  rowGroupTasks,
  shuffleWriter,
  sizeEstimate,
  slicing,
  splitByTargetUnit,
  streamingTrace,
  takeJobsKind,
  textFileSplits,
];

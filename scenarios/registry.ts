import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import { adaptiveLimits } from './adaptive-limits/scenario.ts';
import { broadcastLimit } from './broadcast-limit/scenario.ts';
import { coalesceBeforeWrite } from './coalesce-before-write/scenario.ts';
import { explodeThenGroup } from './explode-then-group/scenario.ts';
import { notebookToPipeline } from './notebook-to-pipeline/scenario.ts';
import { pythonUdf } from './python-udf/scenario.ts';
import { shufflePartitions } from './shuffle-partitions/scenario.ts';
import { skewedJoin } from './skewed-join/scenario.ts';
import { tinyFiles } from './tiny-files/scenario.ts';
import { unboundedCollect } from './unbounded-collect/scenario.ts';
import { wideCache } from './wide-cache/scenario.ts';
import { windowWithoutPartition } from './window-without-partition/scenario.ts';

/** Every scenario, in the order in which they are offered. Adding one: docs/adding-a-scenario.md. */
export const SCENARIOS: readonly Scenario[] = [
  skewedJoin,
  shufflePartitions,
  tinyFiles,
  broadcastLimit,
  pythonUdf,
  unboundedCollect,
  wideCache,
  explodeThenGroup,
  adaptiveLimits,
  windowWithoutPartition,
  coalesceBeforeWrite,
  notebookToPipeline,
];

import { exists } from '#lib/base/assert.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';

/** Each in a chunk of its own, in the order of `scenarios/registry.ts`. */
const LOADERS: Readonly<Record<string, () => Promise<Scenario>>> = {
  'skewed-join': async () => (await import('#scenarios/skewed-join/scenario.ts')).skewedJoin,
  'shuffle-partitions': async () =>
    (await import('#scenarios/shuffle-partitions/scenario.ts')).shufflePartitions,
  'tiny-files': async () => (await import('#scenarios/tiny-files/scenario.ts')).tinyFiles,
  'broadcast-limit': async () => (await import('#scenarios/broadcast-limit/scenario.ts')).broadcastLimit,
  'python-udf': async () => (await import('#scenarios/python-udf/scenario.ts')).pythonUdf,
  'unbounded-collect': async () =>
    (await import('#scenarios/unbounded-collect/scenario.ts')).unboundedCollect,
  'wide-cache': async () => (await import('#scenarios/wide-cache/scenario.ts')).wideCache,
  'explode-then-group': async () =>
    (await import('#scenarios/explode-then-group/scenario.ts')).explodeThenGroup,
  'adaptive-limits': async () => (await import('#scenarios/adaptive-limits/scenario.ts')).adaptiveLimits,
  'window-without-partition': async () =>
    (await import('#scenarios/window-without-partition/scenario.ts')).windowWithoutPartition,
  'coalesce-before-write': async () =>
    (await import('#scenarios/coalesce-before-write/scenario.ts')).coalesceBeforeWrite,
  'notebook-to-pipeline': async () =>
    (await import('#scenarios/notebook-to-pipeline/scenario.ts')).notebookToPipeline,
};

export const SCENARIO_IDS: readonly string[] = Object.keys(LOADERS);

/** A scenario, by one of `SCENARIO_IDS`. */
export function loadScenario(id: string): Promise<Scenario> {
  return exists(LOADERS[id], `the scenario ${id}`)();
}

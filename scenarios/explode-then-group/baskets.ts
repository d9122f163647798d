import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';

/** Id, country, sum and the nulls. */
export const SUM_BYTES = 40;
/** An order of twelve items in memory, and one of the lines that it becomes. */
export const ORDER_BYTES = 480;
export const LINE_BYTES = 64;
export const ITEMS = 12;
export const EXPANSION = 3;
export const DATA: Partial<Knobs> = {
  dataBytes: 10 * 2 ** 30,
  files: 80,
  keyShape: 'uniform',
  adaptive: false,
  step: 'aggregate',
  executors: 5,
  cores: 4,
  memoryBytes: 8 * 2 ** 30,
};

import { CLUSTER_KNOBS } from './cluster-knobs.ts';
import { DATA_KNOBS } from './data-knobs.ts';
import type { Knob } from './knob.ts';
import { STEP_KNOBS } from './step-knobs.ts';

/** Every knob in the order of the page. */
export const KNOBS: readonly Knob[] = [...DATA_KNOBS, ...STEP_KNOBS, ...CLUSTER_KNOBS];

import { jobGaps } from './job-gaps.ts';
import { lastPlan } from './last-plan.ts';
import { runWindow } from './run-window.ts';
import { stageRuns } from './stage-runs.ts';
import { taskQuantiles } from './task-quantiles.ts';
import type { View } from './view.ts';

/** All views, in an order in which each needs only earlier ones. */
export const VIEWS: readonly View[] = [runWindow, stageRuns, jobGaps, lastPlan, taskQuantiles];

import type { PlanGraph } from './plan-graph.ts';

/** The graph as a file for programs; `version` grows when a field changes its meaning. */
export function toGraphJson(graph: PlanGraph, program: string, spark: string): string {
  return `${JSON.stringify({ version: 1, origin: 'predicted', program, spark, ...graph }, null, 1)}\n`;
}

import type { MetricValues } from './metric-values.ts';
import type { PlanNode } from './plan-graph.ts';

export interface StageLink {
  readonly stageIds: readonly number[];
  readonly how: 'metrics' | 'structure';
}

/**
 * Which stages ran which operators. An operator whose metrics a stage reported ran there; the others (about half:
 * codegen wrappers, projections) take the stage of their neighbors on the same side of the exchanges.
 */
export function linkStages(
  nodes: readonly PlanNode[],
  tasks: MetricValues,
  stageIds: ReadonlySet<number>,
): ReadonlyMap<number, StageLink> {
  const links = new Map<number, StageLink>();
  for (const node of nodes) {
    const ids = new Set<number>();
    for (const metric of node.metrics)
      for (const slot of tasks.of(metric.accumulatorId, stageIds)) ids.add(slot.stage.id);
    if (ids.size > 0) links.set(node.id, { stageIds: [...ids].sort((a, b) => a - b), how: 'metrics' });
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  // Down from consumers, then up from inputs; an exchange separates stages, so nothing crosses it downwards.
  for (const node of nodes) inherit(links, node, consumerOf(node, byId));
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!;
    const consumer = consumerOf(node, byId);
    if (consumer && !isExchange(node)) inherit(links, consumer, node);
    else if (consumer && isExchange(node) && !links.has(consumer.id)) {
      // The consumer of an exchange reads in the last of its stages.
      const stageIds = links.get(node.id)?.stageIds;
      if (stageIds && stageIds.length > 1)
        links.set(consumer.id, { stageIds: stageIds.slice(-1), how: 'structure' });
    }
  }
  for (const node of nodes) inherit(links, node, consumerOf(node, byId));
  return links;
}

function inherit(links: Map<number, StageLink>, node: PlanNode, from: PlanNode | undefined): void {
  if (!from || links.has(node.id)) return;
  const link = links.get(from.id);
  if (!link) return;
  // What stands below an exchange writes to it: the first of the exchange's stages.
  const stageIds = isExchange(from) ? link.stageIds.slice(0, 1) : link.stageIds;
  if (isExchange(node) && !isExchange(from)) return;
  links.set(node.id, { stageIds, how: 'structure' });
}

function consumerOf(node: PlanNode, byId: ReadonlyMap<number, PlanNode>): PlanNode | undefined {
  return node.parentId === null ? undefined : byId.get(node.parentId);
}

function isExchange(node: PlanNode): boolean {
  return node.name.includes('Exchange');
}

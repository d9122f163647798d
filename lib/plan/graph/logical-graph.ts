import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { nodeText } from '../logical/text.ts';
import { childrenOf } from '../logical/traverse.ts';
import { typeName } from '../types/data-type.ts';
import { GraphBuilder } from './graph-builder.ts';
import { knownSize } from './known-size.ts';
import type { Lane } from './lane.ts';
import type { PlanGraph } from './plan-graph.ts';

/** What the program asks for, before any rule: a DataFrame that several actions read is one node with several readers. */
export function logicalGraph(lanes: readonly Lane[]): PlanGraph {
  const builder = new GraphBuilder();
  const known = new Map<LogicalPlan, string>();
  const visit = (plan: LogicalPlan): string => {
    // A name for a DataFrame does nothing to its rows.
    if (plan.kind === 'SubqueryAlias') return visit(plan.child);
    const before = known.get(plan);
    if (before !== undefined) return before;
    const inputs = plan.kind === 'InMemoryRelation' ? [plan.plan] : childrenOf(plan);
    const id = builder.add({
      role: inputs.length === 0 ? 'scan' : 'work',
      name: plan.kind === 'InMemoryRelation' ? 'Cached rows' : plan.kind,
      detail: plan.kind === 'Relation' ? `${plan.format} ${plan.source}` : nodeText(plan, false),
      ats: plan.at === undefined ? [] : [plan.at],
      lane: undefined,
      band: undefined,
      partitions: undefined,
      bytes: knownSize(plan),
      columns: outputOf(plan).map(({ name, type }) => ({ name, type: typeName(type) })),
      marks: plan.kind === 'InMemoryRelation' ? ['cache'] : plan.kind.startsWith('Python') ? ['python'] : [],
      members: [],
    });
    known.set(plan, id);
    for (const input of inputs) builder.connect(visit(input), id, 'narrow');
    return id;
  };
  lanes.forEach(({ on, at, end }) => {
    if (on.kind === 'rdd') return;
    const sink = builder.add({
      role: 'sink',
      ...end,
      ats: [at],
      lane: undefined,
      band: undefined,
      partitions: undefined,
      bytes: undefined,
      columns: [],
      marks: [],
      members: [],
    });
    builder.connect(visit(on.plan), sink, 'narrow');
  });
  return builder.build('logical');
}

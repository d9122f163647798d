import { partitionCount } from '../jobs/partition-count.ts';
import { below, internalInput } from '../jobs/plan-stages.ts';
import { operatorName } from '../physical/because.ts';
import type { BroadcastExchange, PhysicalPlan, ShuffleExchange } from '../physical/physical-plan.ts';
import { childrenOf } from '../physical/traverse.ts';
import { exchangesOf } from '../predict-exchanges.ts';
import type { PlanSettings } from '../settings.ts';
import { typeName } from '../types/data-type.ts';
import { GraphBuilder, type OpenBand } from './graph-builder.ts';
import { knownSizeOf } from './known-size.ts';
import type { Lane } from './lane.ts';
import { operatorDetail } from './operator-detail.ts';
import type { GraphExchange, GraphNode, PlanGraph } from './plan-graph.ts';
import { addRdd } from './rdd-graph.ts';

/**
 * The operators of each action in bands that are its stages, as planned before adaptive changes. Exchanges are edges: they
 * are where one stage ends and another begins. A cached plan is drawn with the first action that reads it.
 */
export function physicalGraph(lanes: readonly Lane[]): PlanGraph {
  const builder = new GraphBuilder();
  const cached = new Set<number>();
  lanes.forEach((lane, index) => {
    if (lane.on.kind === 'rdd') addRdd(builder, index, lane, lane.on.rdd);
    else if (lane.prediction.plan) new LaneWalk(builder, index, lane, cached).walk(lane.prediction.plan);
  });
  return builder.build('physical');
}

/** Operators that hand rows to Python and take them back. */
const IN_PYTHON = /Python|Pandas|Arrow/;

class LaneWalk {
  private readonly builder: GraphBuilder;
  private readonly index: number;
  private readonly lane: Lane;
  private readonly cached: Set<number>;
  private readonly settings: PlanSettings;
  /** The last node of the stage that an exchange sends; a reused exchange sends the same one. */
  private readonly sent = new Map<PhysicalPlan, string>();
  private readonly confidence: GraphExchange['confidence'];

  constructor(builder: GraphBuilder, index: number, lane: Lane, cached: Set<number>) {
    this.builder = builder;
    this.index = index;
    this.lane = lane;
    this.cached = cached;
    this.settings = lane.settings;
    this.confidence = lane.prediction.exchanges[0]?.confidence ?? 'high';
  }

  walk(plan: PhysicalPlan): void {
    const { builder, index, lane } = this;
    const band = builder.openBand(index);
    const root = this.visit(plan, band, true);
    const sink = builder.add({
      ...this.plainNode(plan, band),
      role: 'sink',
      ...lane.end,
      ats: [lane.at],
      columns: [],
    });
    builder.connect(root, sink, 'narrow');
    builder.closeBand(band, this.tasksOf(collectedInput(plan) ?? plan));
  }

  private visit(plan: PhysicalPlan, band: OpenBand, isRoot = false): string {
    if (plan.kind === 'QueryStage') return this.visit(plan.plan, band);
    const id = this.builder.add(this.nodeOf(plan, band));
    for (const { plan: subquery } of plan.subqueries ?? [])
      this.builder.connect(this.stageOf(subquery), id, 'side');
    if (plan.kind === 'InMemoryTableScan' && !this.cached.has(plan.relation.cacheId)) {
      this.cached.add(plan.relation.cacheId);
      this.input(plan.cached, id, band);
    }
    const moved = isRoot ? undefined : this.movedBy(plan);
    for (const child of childrenOf(plan)) {
      if (child === moved) this.builder.connect(this.stageOf(child), id, 'shuffle', gathering(plan));
      else this.input(child, id, band);
    }
    return id;
  }

  /** An input in the same stage, or an exchange and the stage behind it. */
  private input(child: PhysicalPlan, to: string, band: OpenBand): void {
    const exchange = child.kind === 'ReusedExchange' ? child.exchange : child;
    if (exchange.kind !== 'ShuffleExchange' && exchange.kind !== 'BroadcastExchange') {
      this.builder.connect(this.visit(child, band), to, 'narrow');
      return;
    }
    const known = this.sent.get(exchange);
    const from = known ?? this.stageOf(exchange.child);
    this.sent.set(exchange, from);
    const reused = child.kind === 'ReusedExchange' || known !== undefined;
    this.builder.connect(
      from,
      to,
      exchange.kind === 'ShuffleExchange' ? 'shuffle' : 'broadcast',
      this.exchangeOf(exchange, reused, child.at),
    );
  }

  private stageOf(plan: PhysicalPlan): string {
    const band = this.builder.openBand(this.index);
    const last = this.visit(plan, band);
    this.builder.closeBand(band, this.tasksOf(plan));
    return last;
  }

  private exchangeOf(
    exchange: ShuffleExchange | BroadcastExchange,
    reused: boolean,
    at: number | undefined,
  ): GraphExchange {
    // Its own description, without those of the plan below.
    const [described] = exchangesOf({ kind: 'ReusedExchange', exchange, at, output: exchange.output }, true);
    const { kind, keys, numPartitions, because, skew } = described!;
    return {
      ...{ kind, keys, numPartitions, because, confidence: this.confidence, at, reused },
      ...(skew ? { skew } : {}),
    };
  }

  /** The input that limits and the like within a plan move by a shuffle of their own. */
  private movedBy(plan: PhysicalPlan): PhysicalPlan | undefined {
    if (plan.kind !== 'TakeOrderedAndProject' && plan.kind !== 'Limit') return undefined;
    if (!below(plan).internal.includes(plan)) return undefined;
    const input = internalInput(plan);
    return this.tasksOf(input.plan) > 1 ? input.plan : undefined;
  }

  private nodeOf(plan: PhysicalPlan, band: OpenBand): Omit<GraphNode, 'id'> {
    const isLeaf = childrenOf(plan).length === 0;
    const because = plan.kind === 'Join' || plan.kind === 'Cross' ? { because: plan.because } : {};
    return {
      ...this.plainNode(plan, band),
      role: isLeaf ? 'scan' : 'work',
      name: operatorName(plan),
      detail: operatorDetail(plan),
      ats: plan.at === undefined ? [] : [plan.at],
      columns: plan.output.map(({ name, type }) => ({ name, type: typeName(type) })),
      ...because,
    };
  }

  private plainNode(plan: PhysicalPlan, band: OpenBand) {
    const marks: GraphNode['marks'] = [
      ...(plan.kind === 'InMemoryTableScan' ? (['cache'] as const) : []),
      ...(IN_PYTHON.test(operatorName(plan)) ? (['python'] as const) : []),
    ];
    return {
      lane: this.index,
      band: band.id,
      partitions: this.tasksOf(plan),
      bytes: knownSizeOf(plan),
      marks,
      members: [],
    };
  }

  private tasksOf(plan: PhysicalPlan): number {
    return partitionCount(plan, this.settings);
  }
}

/** A limit or top-n that is not collected moves the first rows of each partition to one (SinglePartition shuffle in its doExecute). */
function gathering(plan: PhysicalPlan): GraphExchange {
  return {
    kind: 'single',
    keys: [],
    numPartitions: 1,
    confidence: 'high',
    because: `${operatorName(plan)} keeps the first rows of every partition and moves those into one partition, by a shuffle of its own`,
    at: plan.at,
    reused: false,
  };
}

/** What runs for a limit or top-n that is collected: its input, whose first rows the driver takes. */
function collectedInput(plan: PhysicalPlan): PhysicalPlan | undefined {
  if (plan.kind === 'TakeOrderedAndProject') return plan.child;
  return plan.kind === 'Limit' && plan.operator.startsWith('Collect') ? plan.child : undefined;
}

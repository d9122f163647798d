import type { LogicalPlan, Relation } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { mapChildren } from '../logical/traverse.ts';
import { sizeInBytes } from '../optimize/size-in-bytes.ts';
import type { PhysicalPlan, QueryStage } from '../physical/physical-plan.ts';
import { operatorsOf } from '../physical/traverse.ts';
import { rememberRows } from './estimated-rows.ts';

interface Placed {
  readonly stage: QueryStage;
  readonly shown: boolean;
}

/**
 * Leaves of the logical plan that stand for stages (Spark: LogicalQueryStage): as large as the optimizer estimated while the
 * stage runs, as large as it has shown once it is done.
 */
export class StageLeaves {
  /** What each leaf is planned as. */
  readonly running = new Map<LogicalPlan, PhysicalPlan>();
  readonly #placed = new Map<LogicalPlan, Placed>();
  readonly #isDone: (stage: QueryStage) => boolean;

  constructor(isDone: (stage: QueryStage) => boolean) {
    this.#isDone = isDone;
  }

  /** Puts a leaf where the logical node of a stage stands (AdaptiveSparkPlanExec.replaceWithQueryStagesInLogicalPlan). */
  place(logical: LogicalPlan, stage: QueryStage, physical: PhysicalPlan): LogicalPlan {
    const link = stage.logical;
    const runs = link && topmost(physical, stage, link);
    if (link === undefined || runs === undefined) return logical;
    const replace = (plan: LogicalPlan): LogicalPlan => {
      if (plan !== link) return mapChildren(plan, replace);
      const shown = this.#isDone(stage);
      return this.#leaf(plan, runs, { stage, shown }, shown ? stage.bytes : sizeInBytes(link));
    };
    return replace(logical);
  }

  /** Tells the leaves of stages that are done by now their sizes. */
  refresh(logical: LogicalPlan): LogicalPlan {
    const placed = this.#placed.get(logical);
    if (placed === undefined) return mapChildren(logical, (child) => this.refresh(child));
    const { stage, shown } = placed;
    const runs = this.running.get(logical);
    if (shown || runs === undefined || !this.#isDone(stage)) return logical;
    return this.#leaf(logical, runs, { stage, shown: true }, stage.bytes);
  }

  #leaf(link: LogicalPlan, runs: PhysicalPlan, placed: Placed, bytes: number): LogicalPlan {
    const leaf: Relation = {
      kind: 'Relation',
      at: link.at,
      source: `stage ${placed.stage.id}`,
      format: 'stage',
      output: outputOf(link),
      partitionColumns: [],
      bytes,
      fileBytes: undefined,
    };
    this.running.set(leaf, runs);
    this.#placed.set(leaf, placed);
    rememberRows(leaf, placed.stage.rows);
    return leaf;
  }
}

/** The highest operator that runs the same logical node as the stage: the aggregate above its shuffle. */
function topmost(physical: PhysicalPlan, stage: QueryStage, link: LogicalPlan): PhysicalPlan | undefined {
  for (const operator of operatorsOf(physical)) {
    if (operator === stage || operator.logical === link) return operator;
  }
  return undefined;
}

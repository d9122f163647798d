import { invariant } from '#lib/base/assert.ts';
import type { Attribute, Expression } from '#lib/plan/expression/expression.ts';
import { call, equal } from '#lib/plan/expression/make.ts';
import type { Join, JoinStrategyHint, JoinType, LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { planJoin } from '#lib/plan/physical/join-selection.ts';
import type { PhysicalPlan } from '#lib/plan/physical/physical-plan.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';
import { BIGINT, BOOLEAN } from '#lib/plan/types/names.ts';

/** A join of which only the sizes and how it is written are known. */
export interface JoinQuestion {
  readonly joinType: JoinType;
  readonly condition: 'equi' | 'nonEqui' | 'none';
  readonly leftHint?: JoinStrategyHint;
  readonly rightHint?: JoinStrategyHint;
  /** What the optimizer takes for the inputs. */
  readonly leftBytes: number;
  readonly rightBytes: number;
}

export interface ChosenJoin {
  readonly operator:
    | 'BroadcastHashJoin'
    | 'ShuffledHashJoin'
    | 'SortMergeJoin'
    | 'BroadcastNestedLoopJoin'
    | 'CartesianProduct';
  readonly buildSide: 'left' | 'right' | null;
  /** The rule in words, with its setting. */
  readonly because: string;
}

/**
 * Which join Spark plans, and which side it builds. Source: SparkStrategies.JoinSelection, of which the planner has the only
 * copy; here it is asked about two sources that have a key and a size and nothing else.
 */
export function chooseJoin(question: JoinQuestion, settings: PlanSettings): ChosenJoin {
  const left = source(1);
  const right = source(2);
  const join: Join = {
    kind: 'Join',
    at: undefined,
    left,
    right,
    joinType: question.joinType,
    condition: conditionOf(question.condition),
    ...(question.leftHint ? { leftHint: question.leftHint } : {}),
    ...(question.rightHint ? { rightHint: question.rightHint } : {}),
  };
  const planned = planJoin(join, {
    settings,
    running: new Map(),
    materialized: new Set(),
    fresh: () => 0,
    size: (plan) => (plan === left ? question.leftBytes : question.rightBytes),
    plan: scan,
  });
  invariant(planned.kind === 'Join' || planned.kind === 'Cross', 'a join is planned as a join');
  return { operator: planned.operator, buildSide: planned.buildSide, because: planned.because };
}

function key(side: 1 | 2): Attribute {
  return { kind: 'attribute', id: side, name: 'k', type: BIGINT, nullable: false, qualifier: [] };
}

function source(side: 1 | 2): LogicalPlan {
  return { kind: 'LocalRelation', at: undefined, output: [key(side)], rows: undefined };
}

function conditionOf(condition: JoinQuestion['condition']): Expression | undefined {
  if (condition === 'none') return undefined;
  if (condition === 'equi') return equal(key(1), key(2));
  return call('<', [key(1), key(2)], { type: BOOLEAN, nullable: false });
}

function scan(logical: LogicalPlan): PhysicalPlan {
  return {
    kind: 'LeafScan',
    operator: 'Unknown',
    at: undefined,
    output: [],
    logical,
    partitions: 1,
    partitioning: { kind: 'unknown', partitions: 1 },
    children: [],
  };
}

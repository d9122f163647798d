import { adaptiveBroadcastThreshold, broadcastThreshold, count, flag, shufflePartitions } from '../conf.ts';
import { conjunction } from '../expression/make.ts';
import type { Join } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { canBuildBroadcast, canBuildShuffledHash } from '../optimize/can-broadcast.ts';
import { type EquiJoin, extractEquiJoinKeys, nullAwareKey } from '../optimize/equi-join-keys.ts';
import { isInnerLike } from '../optimize/inner-joins.ts';
import type { CrossExec, JoinExec, PhysicalPlan } from './physical-plan.ts';
import type { PlannerContext } from './planner-context.ts';
import { sizeText } from './size-text.ts';

type Side = 'left' | 'right';

/** A join's operator and the side it builds, with the reason. Source: SparkStrategies.JoinSelection. */
export function planJoin(join: Join, context: PlannerContext): PhysicalPlan {
  const keys = extractEquiJoinKeys(join);
  const choice = new JoinChoice(join, context);
  const sent = (['left', 'right'] as const).find((side) => isBroadcastStage(context.running.get(join[side])));
  if (sent) {
    const because = `the ${sent} side has been broadcast already`;
    return keys
      ? choice.hash('BroadcastHashJoin', keys, sent, because)
      : choice.cross('BroadcastNestedLoopJoin', sent, because);
  }
  if (keys) return choice.equi(keys);
  const nullAware = nullAwareKey(join);
  if (nullAware && flag(context.settings, 'spark.sql.optimizeNullAwareAntiJoin', true)) {
    const [left, right] = nullAware;
    const because =
      'NOT IN over one column: its right side is broadcast, whatever its size, so that nulls are seen';
    return choice.hash('BroadcastHashJoin', { left: [left], right: [right], others: [] }, 'right', because);
  }
  return choice.nonEqui();
}

/** What an adaptive run has broadcast stays broadcast (LogicalQueryStageStrategy). */
function isBroadcastStage(plan: PhysicalPlan | undefined): boolean {
  return plan?.kind === 'QueryStage' && plan.plan.kind === 'BroadcastExchange';
}

class JoinChoice {
  readonly join: Join;
  readonly context: PlannerContext;

  constructor(join: Join, context: PlannerContext) {
    this.join = join;
    this.context = context;
  }

  equi(keys: EquiJoin): PhysicalPlan {
    const { join } = this;
    const hinted = this.#hinted('BROADCAST', (side) => canBuildBroadcast(join.joinType, side));
    if (hinted) {
      return this.hash(
        'BroadcastHashJoin',
        keys,
        hinted,
        `the program asks for a broadcast of the ${hinted} side`,
      );
    }
    if (this.#hasHint('MERGE')) return this.sortMerge(keys, 'the program asks for a sort-merge join');
    const shuffled = this.#hinted('SHUFFLE_HASH', (side) => canBuildShuffledHash(join.joinType, side));
    if (shuffled) {
      return this.hash(
        'ShuffledHashJoin',
        keys,
        shuffled,
        `the program asks for a hash table of the ${shuffled} side`,
      );
    }
    if (this.#hasHint('SHUFFLE_REPLICATE_NL') && isInnerLike(join.joinType)) {
      return this.cross('CartesianProduct', null, 'the program asks for it');
    }
    const small = this.#broadcastable();
    if (small) return this.hash('BroadcastHashJoin', keys, small, this.#smallText(small));
    const built = this.#shuffledHashBySize();
    if (built) {
      const because = `spark.sql.join.preferSortMergeJoin is false, and the ${built} side is small enough for a hash table and much smaller than the other`;
      return this.hash('ShuffledHashJoin', keys, built, because);
    }
    return this.sortMerge(keys, this.#largeText());
  }

  nonEqui(): PhysicalPlan {
    const { join } = this;
    const inner = isInnerLike(join.joinType);
    const hints: readonly Side[] = (['left', 'right'] as const).filter(
      (side) => this.#hint(side) === 'BROADCAST',
    );
    const desired = inner || join.joinType === 'FullOuter' ? this.#smaller() : this.#preserving();
    if (hints.length === 2) {
      return this.cross(
        'BroadcastNestedLoopJoin',
        desired,
        'there is no equality between the sides, and the program asks for a broadcast',
      );
    }
    if (hints[0]) {
      return this.cross(
        'BroadcastNestedLoopJoin',
        hints[0],
        'there is no equality between the sides, and the program asks for a broadcast',
      );
    }
    if (this.#hasHint('SHUFFLE_REPLICATE_NL') && inner)
      return this.cross('CartesianProduct', null, 'the program asks for it');
    // A nested loop can broadcast either side of any join; the hash join's rule of sides does not hold here.
    const fitting = (['left', 'right'] as const).filter((side) => this.#fits(side));
    const small = fitting.length === 2 ? desired : fitting[0];
    if (small)
      return this.cross(
        'BroadcastNestedLoopJoin',
        small,
        `there is no equality between the sides; ${this.#smallText(small)}`,
      );
    if (inner)
      return this.cross(
        'CartesianProduct',
        null,
        `there is no equality between the sides, and ${this.#largeText()}`,
      );
    return this.cross(
      'BroadcastNestedLoopJoin',
      desired,
      `a ${join.joinType} join without an equality can run no other way`,
    );
  }

  sortMerge(keys: EquiJoin, because: string): JoinExec {
    return this.#equiJoin('SortMergeJoin', keys, null, because);
  }

  hash(
    operator: 'BroadcastHashJoin' | 'ShuffledHashJoin',
    keys: EquiJoin,
    side: Side,
    because: string,
  ): JoinExec {
    return this.#equiJoin(operator, keys, side, because);
  }

  #equiJoin(operator: JoinExec['operator'], keys: EquiJoin, side: Side | null, because: string): JoinExec {
    const { join } = this;
    return {
      kind: 'Join',
      operator,
      at: join.at,
      output: outputOf(join),
      logical: join,
      joinType: join.joinType,
      leftKeys: keys.left,
      rightKeys: keys.right,
      buildSide: side,
      condition: conjunction(keys.others),
      because,
      left: this.context.plan(join.left),
      right: this.context.plan(join.right),
    };
  }

  cross(operator: CrossExec['operator'], side: Side | null, because: string): CrossExec {
    const { join } = this;
    return {
      kind: 'Cross',
      operator,
      at: join.at,
      output: outputOf(join),
      logical: join,
      // CartesianProductExec calls itself inner, whatever the program called it.
      joinType: operator === 'CartesianProduct' ? 'Inner' : join.joinType,
      buildSide: side,
      condition: join.condition,
      because,
      left: this.context.plan(join.left),
      right: this.context.plan(join.right),
    };
  }

  #hint(side: Side) {
    return side === 'left' ? this.join.leftHint : this.join.rightHint;
  }

  #hasHint(hint: Join['leftHint']): boolean {
    return this.join.leftHint === hint || this.join.rightHint === hint;
  }

  #hinted(hint: Join['leftHint'], allowed: (side: Side) => boolean): Side | undefined {
    const left = this.#hint('left') === hint && allowed('left');
    const right = this.#hint('right') === hint && allowed('right');
    if (left && right) return this.#smaller();
    return left ? 'left' : right ? 'right' : undefined;
  }

  #size(side: Side): number {
    return this.context.size(this.join[side]);
  }

  #smaller(): Side {
    return this.#size('right') <= this.#size('left') ? 'right' : 'left';
  }

  #threshold(side: Side): number {
    const { settings, running } = this.context;
    return running.has(this.join[side]) ? adaptiveBroadcastThreshold(settings) : broadcastThreshold(settings);
  }

  #fits(side: Side): boolean {
    return this.#threshold(side) >= 0 && this.#size(side) <= this.#threshold(side);
  }

  /** The side whose broadcast lets each row of the other be decided by itself. */
  #preserving(): Side {
    return this.join.joinType === 'RightOuter' ? 'left' : 'right';
  }

  /** The side that its size lets be broadcast; the smaller one of two, the right one of equals. */
  #broadcastable(): Side | undefined {
    const fits = (side: Side) => canBuildBroadcast(this.join.joinType, side) && this.#fits(side);
    const left = fits('left');
    const right = fits('right');
    if (left && right) return this.#smaller();
    return left ? 'left' : right ? 'right' : undefined;
  }

  #shuffledHashBySize(): Side | undefined {
    const { settings } = this.context;
    if (flag(settings, 'spark.sql.join.preferSortMergeJoin', true)) return undefined;
    const limit = broadcastThreshold(settings) * shufflePartitions(settings);
    const factor = count(settings, 'spark.sql.shuffledHashJoinFactor', 3);
    const fits = (side: Side, other: Side) =>
      canBuildShuffledHash(this.join.joinType, side) &&
      this.#size(side) < limit &&
      this.#size(side) * factor <= this.#size(other);
    const left = fits('left', 'right');
    const right = fits('right', 'left');
    if (left && right) return this.#smaller();
    return left ? 'left' : right ? 'right' : undefined;
  }

  #smallText(side: Side): string {
    return `the ${side} side is estimated at ${sizeText(this.#size(side))}, within spark.sql.autoBroadcastJoinThreshold = ${sizeText(
      this.#threshold(side),
    )}`;
  }

  #largeText(): string {
    const threshold = broadcastThreshold(this.context.settings);
    if (threshold < 0)
      return 'broadcasts by size are switched off (spark.sql.autoBroadcastJoinThreshold = -1)';
    return `no side that may be broadcast is within spark.sql.autoBroadcastJoinThreshold = ${sizeText(
      threshold,
    )}: left ${sizeText(this.#size('left'))}, right ${sizeText(this.#size('right'))}`;
  }
}

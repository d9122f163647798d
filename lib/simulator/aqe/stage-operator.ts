/** An operator of a stage as far as adaptive rules look at it; leaves are finished stages. Names are Spark's node names. */
export interface StageOperator {
  readonly op: string;
  readonly joinType?: string;
  readonly buildSide?: 'left' | 'right';
  /** The leaf's shuffle, for ShuffleStage. */
  readonly shuffle?: number;
  readonly children: readonly StageOperator[];
}

export function leavesOf(plan: StageOperator): readonly StageOperator[] {
  return plan.children.length === 0 ? [plan] : plan.children.flatMap(leavesOf);
}

export function shufflesOf(plan: StageOperator): readonly number[] {
  return leavesOf(plan).flatMap(({ shuffle }) => (shuffle === undefined ? [] : [shuffle]));
}

/** A broadcast join's side that is streamed past the other. */
export function streamedSide(join: StageOperator): StageOperator | undefined {
  return join.buildSide === 'left' ? join.children[1] : join.children[0];
}

const NEEDS_KEYS_TOGETHER =
  /^(SortMergeJoin|ShuffledHashJoin|Window|WindowGroupLimit|WindowInPandas|ArrowWindowPython|GlobalLimit|FlatMap(Co)?GroupsIn(Pandas|Arrow))$|Aggregate/;

/** Whether an operator needs its input laid out in a certain way, which other reads of a shuffle would break (ValidateRequirements). */
export function needsDistribution(plan: StageOperator): boolean {
  return NEEDS_KEYS_TOGETHER.test(plan.op);
}

/** Whether a part of the plan lies below an operator that needs a distribution. `part` itself does not count. */
export function isBelowNeed(plan: StageOperator, part: (operator: StageOperator) => boolean): boolean {
  const visit = (operator: StageOperator, below: boolean): boolean =>
    (below && part(operator)) ||
    operator.children.some((child) => visit(child, below || needsDistribution(operator)));
  return visit(plan, false);
}

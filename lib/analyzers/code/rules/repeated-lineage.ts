import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { childrenOf } from '#lib/plan/logical/traverse.ts';
import type { RuleContext } from '../context.ts';
import { isCostly } from '../facts/costly.ts';
import { isSmall, nodesOf } from '../facts/plans.ts';
import type { PlannedAction } from '../planned-action.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** Actions after which Spark finds the shuffles of the same DataFrame object again. */
const KEEPS_SHUFFLES = new Set(['collect', 'toPandas', 'toLocalIterator', 'foreach', 'foreachPartition']);

export const repeatedLineage: Rule = {
  id: 'DRV-10',
  name: 'repeated-lineage',
  title: 'the same work done for several actions',
  severity: 'medium',
  evidence: 'C+',
  why: 'Spark keeps nothing between actions unless it is told to: each one reads and computes all of it again.',
  notWhen: 'The shared part is cheap, or caching would take memory that other work needs.',
  options: [
    {
      action:
        'cache() or persist() the shared DataFrame before the first action, unpersist() after the last.',
      trade_off: 'Memory or disk, and filters of later actions are no longer pushed into the source.',
      avoid_when: 'The shared part is large and each action needs little of it.',
    },
    {
      action: 'Write the shared part, and read it for the actions.',
      trade_off: 'A place to write to, and cleaning it up.',
      avoid_when: 'The program is short.',
    },
    {
      action: 'Ask for everything in one action, such as several aggregates in one agg().',
      trade_off: 'One larger query.',
      avoid_when: 'The actions are of different kinds.',
    },
  ],
  *check(context) {
    const shared = sharedParts(context.actions);
    for (const [part, actions] of shared)
      if (!holdsMoreShared(part, actions, shared)) yield* toFinding(context, part, actions);
  },
};

/** The largest parts of plans that several actions have in common, with those actions. */
function sharedParts(actions: readonly PlannedAction[]): ReadonlyMap<LogicalPlan, readonly PlannedAction[]> {
  const users = new Map<LogicalPlan, PlannedAction[]>();
  const parents = new Map<LogicalPlan, Set<LogicalPlan>>();
  for (const action of actions) {
    const seen = new Set<LogicalPlan>();
    const visit = (node: LogicalPlan): void => {
      if (seen.has(node)) return;
      seen.add(node);
      users.set(node, [...(users.get(node) ?? []), action]);
      for (const child of childrenOf(node)) {
        parents.set(child, (parents.get(child) ?? new Set()).add(node));
        visit(child);
      }
    };
    visit(action.analyzed);
  }
  const found = new Map<LogicalPlan, readonly PlannedAction[]>();
  for (const [node, all] of users) {
    if (all.length < 2 || !isCostly(node)) continue;
    const largest = [...(parents.get(node) ?? [])].every(
      (parent) => (users.get(parent)?.length ?? 0) < all.length,
    );
    if (largest) found.set(node, all);
  }
  return found;
}

/** A part of it serves more actions: that one is the one to keep. */
function holdsMoreShared(
  part: LogicalPlan,
  actions: readonly PlannedAction[],
  shared: ReadonlyMap<LogicalPlan, readonly PlannedAction[]>,
): boolean {
  return nodesOf(part).some((node) => (shared.get(node)?.length ?? 0) > actions.length);
}

function* toFinding(
  context: RuleContext,
  part: LogicalPlan,
  actions: readonly PlannedAction[],
): Generator<RuleFinding> {
  const where = context.place(part.at);
  const places = new Set(actions.map(({ step }) => context.key(context.place(step.at)!)));
  if (!where || places.size < 2 || isSmall(part) || areAlternatives(actions) || findsShuffles(actions))
    return;
  const lines = [...new Set(actions.map(({ step }) => context.place(step.at)!.line))];
  const alike = actions.some(({ step }) => step.depends !== undefined);
  yield {
    where,
    message: `${actions.length} actions (lines ${lines.join(', ')}) each compute this, as it is not cached`,
    confidence: alike ? 'medium' : 'high',
    whyConfidence: alike
      ? 'some of the actions depend on the run'
      : 'the plans of these actions share this very part; how long it takes is not known',
  };
}

/** The two ways of one condition never run both. */
function areAlternatives(actions: readonly PlannedAction[]): boolean {
  const [first, ...rest] = actions.map(({ step }) => step.depends ?? []);
  const all = rest.flat();
  return (first ?? []).some(
    (one) => all.includes(`not (${one})`) || all.some((other) => one === `not (${other})`),
  );
}

function findsShuffles(actions: readonly PlannedAction[]): boolean {
  const frames = new Set(actions.map(({ step }) => (step.on.kind === 'rdd' ? -1 : step.on.frame)));
  return frames.size === 1 && actions.every(({ step }) => KEEPS_SHUFFLES.has(step.method));
}

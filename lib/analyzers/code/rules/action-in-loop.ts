import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { childrenOf } from '#lib/plan/logical/traverse.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { RuleContext } from '../context.ts';
import { type InLoop, isInside, loopOf } from '../facts/loops.ts';
import { isSmall, nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

/** Calls that ask Spark for a number or rows; a write in a loop makes one output for each turn and is not meant. */
const ASKING = new Set(['collect', 'count', 'toPandas', 'first', 'head', 'take', 'isEmpty']);

export const actionInLoop: Rule = {
  id: 'DRV-05',
  name: 'action-in-loop',
  title: 'an action in a loop over the same data',
  severity: 'high',
  evidence: 'C',
  why: 'Each turn is a query of its own that reads the same data again, and the turns wait for each other.',
  notWhen: 'Each turn reads other data, the turns depend on each other, or there are very few of them.',
  options: [
    {
      action: 'One query for all turns: put the values in a DataFrame and join, or group by them.',
      trade_off: 'One larger query, and its result has to be taken apart again.',
      avoid_when: 'A turn decides whether there is a next one.',
    },
    {
      action: 'Cache the data before the loop.',
      trade_off: 'Memory for as long as the loop runs.',
      avoid_when: 'The data is far larger than the memory of the executors.',
    },
  ],
  *check(context) {
    for (const action of context.actions) {
      const { step, analyzed } = action;
      if (!ASKING.has(step.method)) continue;
      const call = context.calls.find((each) => each.at === step.at && each.kind === 'method');
      const around = call && loopOf(context, call);
      if (
        !call ||
        !around ||
        around.loop.kind === 'while' ||
        (around.turns !== undefined && around.turns < 2)
      )
        continue;
      if (call.conditions.includes('each batch of the stream') || isSmall(analyzed)) continue;
      const source = outsideSource(context, analyzed, around);
      if (source === undefined || dependsOnTurns(context, call, around)) continue;
      yield {
        where: call.name,
        message: `${step.method}() runs in every turn of the loop${around.turns === undefined ? '' : ` (${around.turns} turns)`} and reads ${source} each time`,
        confidence: around.turns === undefined ? 'medium' : 'high',
        whyConfidence:
          around.turns === undefined
            ? 'how many turns there are depends on the run'
            : 'the turns are known, and the source is read outside the loop',
      };
    }
  },
};

/** Whether the action works, in any turn, on what an earlier turn has made. */
function dependsOnTurns(context: RuleContext, call: SparkCall, around: InLoop): boolean {
  return context.actions.some(
    ({ step, analyzed }) =>
      context.key(context.place(step.at)!) === context.key(call.name) && isCarried(context, analyzed, around),
  );
}

/** A step of the loop stands in the plan more than once: the turn works on the result of an earlier one. */
function isCarried(context: RuleContext, plan: LogicalPlan, around: InLoop): boolean {
  const operations = new Map<string, Set<number | undefined>>();
  for (const { at } of nodesOf(plan, true)) {
    const place = context.place(at);
    if (place === undefined || !isInside(place, around)) continue;
    const key = context.key(place);
    operations.set(key, (operations.get(key) ?? new Set()).add(at));
  }
  return [...operations.values()].some((at) => at.size > 1);
}

/** What every turn reads alike: a source that was opened before the loop, not read from memory, and not chosen by the turn. */
function outsideSource(context: RuleContext, plan: LogicalPlan, around: InLoop): string | undefined {
  const leaves = nodesOf(plan).filter((node) => childrenOf(node).length === 0);
  if (leaves.some((leaf) => leaf.kind === 'InMemoryRelation' || isInside(context.place(leaf.at), around)))
    return undefined;
  const source = leaves.find((leaf) => leaf.kind === 'Relation');
  return source?.kind === 'Relation' ? source.source : undefined;
}

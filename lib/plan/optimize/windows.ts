import { canonicalKey } from '../expression/canonical.ts';
import type { Expression } from '../expression/expression.ts';
import { isDeterministic, referencesOf } from '../expression/traverse.ts';
import type { LogicalPlan, Window } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { expressionsOf, transformPlanUp } from '../logical/traverse.ts';
import { isSubset } from './inner-joins.ts';
import { nodeRule } from './rule.ts';

/** Windows over the same partitions and order are one. Source: CollapseWindow. */
export const collapseWindow = nodeRule('CollapseWindow', transformPlanUp, (plan, context) => {
  if (plan.kind !== 'Window') return plan;
  const project = plan.child.kind === 'Project' ? plan.child : undefined;
  const below = project ? project.child : plan.child;
  if (below.kind !== 'Window' || !sameSpec(plan, below)) return plan;
  const made = new Set(below.list.map((named) => named.id));
  const read = referencesOf(expressionsOf(plan));
  if ([...read].some((id) => made.has(id))) return plan;
  if (project) {
    if (!project.list.every((named) => named.kind === 'attribute')) return plan;
    if (!isSubset(read, new Set(outputOf(below.child).map((attribute) => attribute.id)))) return plan;
  }
  context.note('CollapseWindow', plan.at, 'windows over the same partitions and order run as one');
  const both: Window = { ...below, list: [...below.list, ...plan.list] };
  return project ? { ...project, list: [...project.list, ...plan.list.map(asAttribute)], child: both } : both;
});

function asAttribute(named: Window['list'][number]) {
  return outputOf({
    kind: 'Project',
    at: undefined,
    list: [named],
    child: { kind: 'OneRowRelation', at: undefined },
  })[0]!;
}

/** Windows whose partitions fit into each other are put so that one shuffle serves both. Source: TransposeWindow. */
export const transposeWindow = nodeRule('TransposeWindow', transformPlanUp, (plan, context) => {
  if (plan.kind !== 'Window') return plan;
  const project = plan.child.kind === 'Project' ? plan.child : undefined;
  const below = project ? project.child : plan.child;
  if (below.kind !== 'Window' || !canTranspose(plan, below)) return plan;
  if (project && !project.list.every((named) => named.kind === 'attribute')) return plan;
  if (project) {
    const available = new Set(outputOf(below.child).map((attribute) => attribute.id));
    if (!isSubset(referencesOf(expressionsOf(plan)), available)) return plan;
  }
  context.note(
    'TransposeWindow',
    plan.at,
    'the windows change places, so that the shuffle of one serves the other',
  );
  const swapped: LogicalPlan = { ...below, child: { ...plan, child: below.child } };
  return { kind: 'Project', at: plan.at, list: outputOf(plan), child: swapped };
});

function canTranspose(upper: Window, lower: Window): boolean {
  const made = new Set(lower.list.map((named) => named.id));
  return (
    ![...referencesOf(expressionsOf(upper))].some((id) => made.has(id)) &&
    [...upper.list, ...lower.list].every(isDeterministic) &&
    compatible(upper.partitionBy, lower.partitionBy)
  );
}

/** Fewer keys above than below, and a prefix of them. */
function compatible(upper: readonly Expression[], lower: readonly Expression[]): boolean {
  if (upper.length >= lower.length) return false;
  const keys = (list: readonly Expression[]) => list.map(canonicalKey).toSorted();
  // TransposeWindow.compatiblePartitions: some permutation of the lower keys starts with the upper ones.
  const all = keys(lower);
  return keys(upper).every((key) => all.includes(key));
}

function sameSpec(a: Window, b: Window): boolean {
  const key = (window: Window) =>
    `${window.partitionBy.map(canonicalKey).join()};${window.orderBy.map(canonicalKey).join()}`;
  return key(a) === key(b) && (a.list.length === 0 || b.list.length > 0);
}

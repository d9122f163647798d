import { leafParallelism } from '../conf.ts';
import type { Attribute } from '../expression/expression.ts';
import { references, referencesOf } from '../expression/traverse.ts';
import type { Filter, Project, Relation } from '../logical/logical-plan.ts';
import { hasPythonUdf, hasSubquery } from '../optimize/expression-traits.ts';
import { filePartitions } from './file-partitions.ts';
import type { FileScan, PhysicalPlan } from './physical-plan.ts';
import type { PlannerContext } from './planner-context.ts';
import { isSplittable } from './splittable.ts';

/** A scan of files that reads the given columns. */
export function planScan(
  relation: Relation,
  output: readonly Attribute[],
  logical: FileScan['logical'],
  context: PlannerContext,
): FileScan {
  const { settings } = context;
  const files = relation.fileBytes ?? (relation.bytes === undefined ? undefined : [relation.bytes]);
  const partitions = files
    ? filePartitions(files, isSplittable(relation.format, relation.source), settings)
    : leafParallelism(settings);
  return { kind: 'FileScan', at: relation.at, output, ...(logical && { logical }), relation, partitions };
}

/**
 * Columns chosen of a filtered source: the scan reads only what is chosen or tested, and where that is the same nothing is
 * left for a projection to do. Source: FileSourceStrategy, ScanOperation.
 */
export function planPrunedScan(plan: Project, context: PlannerContext): PhysicalPlan | undefined {
  const filter: Filter | undefined = plan.child.kind === 'Filter' ? plan.child : undefined;
  const relation = filter ? filter.child : plan.child;
  if (
    relation.kind !== 'Relation' ||
    context.running.has(relation) ||
    (filter && context.running.has(filter))
  ) {
    return undefined;
  }
  // Subqueries and Python functions have operators of their own.
  if (filter && (hasSubquery(filter.condition) || hasPythonUdf(filter.condition))) return undefined;
  const chosen = plan.list.flatMap((named) => (named.kind === 'attribute' ? [named] : []));
  if (chosen.length < plan.list.length) return undefined;
  const read = new Set([...referencesOf(plan.list), ...(filter ? references(filter.condition) : [])]);
  const output = relation.output.filter((attribute) => read.has(attribute.id));
  const scan = planScan(relation, output, plan, context);
  const base = { at: plan.at, logical: plan };
  const below: PhysicalPlan = filter
    ? { kind: 'Filter', ...base, at: filter.at, output, condition: filter.condition, child: scan }
    : scan;
  const same =
    chosen.length === output.length && chosen.every((attribute, i) => attribute.id === output[i]?.id);
  return same ? below : { kind: 'Project', ...base, output: chosen, list: plan.list, child: below };
}

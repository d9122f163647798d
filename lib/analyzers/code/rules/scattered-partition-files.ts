import { canonicalKey } from '#lib/plan/expression/canonical.ts';
import type { Write } from '#lib/plan/logical/logical-plan.ts';
import { outputPartitioning } from '#lib/plan/physical/output-partitioning.ts';
import type { Partitioning } from '#lib/plan/physical/partitioning.ts';
import { boundedBy, nodesOf } from '../facts/plans.ts';
import { tasksOf } from '../facts/tasks.ts';
import type { PlannedAction } from '../planned-action.ts';
import type { Rule } from '../rule.ts';

/** Formats whose writers bring the rows of a partition together themselves, or put small files together later. */
const ARRANGES_FILES = new Set(['delta', 'iceberg', 'hudi', 'paimon']);
const FEW_TASKS = 4;

export const scatteredPartitionFiles: Rule = {
  id: 'SHF-07',
  name: 'scattered-partition-files',
  title: 'a write by partition columns over which the rows are scattered',
  severity: 'medium',
  evidence: 'C+',
  why: 'Each task writes a file of its own for every value that it meets: tasks times values, mostly small ones.',
  notWhen: 'The column has few values, or each part of the data that is read has one value.',
  options: [
    {
      action: 'repartition() by the partition columns before the write.',
      trade_off: 'A shuffle, and one task for each value: values with many rows take long.',
      avoid_when: 'Most rows have one value; then add a second key, such as a number from rand().',
    },
    {
      action: 'spark.sql.files.maxRecordsPerFile, together with repartition().',
      trade_off: 'More files for large values.',
      avoid_when: 'Files have the right size already.',
    },
  ],
  *check(context) {
    for (const action of context.actions) {
      const { analyzed: write, step } = action;
      if (write.kind !== 'Write' || write.partitionBy.length === 0 || ARRANGES_FILES.has(write.format))
        continue;
      if (!isScattered(write, action)) continue;
      const tasks = tasksOf(action.physical, action.settings);
      const where = context.place(step.at);
      if (!where || (tasks ?? FEW_TASKS + 1) <= FEW_TASKS) continue;
      const columns = write.partitionBy.map(({ name }) => name).join(', ');
      const isKnown = nodesOf(write, true).every(
        (node) => node.kind !== 'Relation' || node.bytes !== undefined,
      );
      yield {
        where,
        message: `${tasks === undefined ? 'the tasks' : `up to ${tasks} tasks`} each write a file for every value of ${columns} that they meet`,
        confidence: isKnown ? 'medium' : 'low',
        whyConfidence: isKnown
          ? 'the plan does not bring rows of one value together; how many values there are is not known'
          : 'the plan does not bring rows of one value together; neither sizes nor the number of values are known',
        ...(isKnown ? {} : { severity: 'low' as const }),
      };
    }
  },
};

/** Whether rows of one value may be in any task of the write. */
function isScattered(write: Write, { physical, settings }: PlannedAction): boolean {
  if (physical.kind !== 'Write' || /limit|small/.test(boundedBy(write.child) ?? '')) return false;
  const names = new Set(write.partitionBy.map(({ name }) => name.toLowerCase()));
  const isCopied = nodesOf(write, true).some(
    (node) => node.kind === 'Relation' && node.partitionColumns.some((name) => names.has(name.toLowerCase())),
  );
  return (
    !isCopied &&
    !gathers(outputPartitioning(physical.child, settings), new Set(write.partitionBy.map(canonicalKey)))
  );
}

/** Rows with one value of the columns lie in one partition, or in few that follow each other. */
function gathers(partitioning: Partitioning, columns: ReadonlySet<string>): boolean {
  switch (partitioning.kind) {
    case 'hash':
      return partitioning.keys.some((key) => columns.has(canonicalKey(key)));
    case 'range':
      return partitioning.order.some(({ child }) => columns.has(canonicalKey(child)));
    case 'collection':
      return partitioning.members.some((member) => gathers(member, columns));
    default:
      return partitioning.kind === 'single';
  }
}

import { outputFiles as filesOf } from '../files/output-files.ts';
import type { CaseKind } from './case-kind.ts';
import { type CaseInput, MAX_BYTES, MAX_PARTITIONS } from './read-input.ts';

/** How many files a write leaves in each directory. */
export const outputFiles: CaseKind = {
  kind: 'output-files',
  run(input) {
    const numTasks = input.field('numTasks').integer(0, MAX_PARTITIONS);
    const files = filesOf({
      numTasks,
      partitionBy: input.field('partitionBy').list((column) => column.text(), 1000),
      buckets: input.optional('buckets')?.integer(1, MAX_PARTITIONS),
      maxRecordsPerFile: input.field('maxRecordsPerFile').integer(Number.MIN_SAFE_INTEGER, MAX_BYTES),
      rowGroups: input.field('rowGroups').list((group) => ({
        task: group.field('task').integer(0, Math.max(0, numTasks - 1)),
        partition: group
          .field('partition')
          .list((value) => (value.value === null ? null : textOf(value)), 1000),
        bucket: group.optional('bucket')?.integer(0, MAX_PARTITIONS) ?? null,
        rows: group.field('rows').integer(0, MAX_BYTES),
      })),
    });
    return {
      filesPerDirectory: Object.fromEntries(files),
      totalFiles: [...files.values()].reduce((sum, count) => sum + count, 0),
    };
  },
};

/** Values of partition columns may be given as numbers. */
function textOf(value: CaseInput): string {
  return typeof value.value === 'number' ? String(value.value) : value.text();
}

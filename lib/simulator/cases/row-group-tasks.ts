import { rowsPerTask } from '../files/row-groups.ts';
import type { CaseKind } from './case-kind.ts';
import { type CaseInput, MAX_BYTES } from './read-input.ts';

/** Rows that each task of a scan finds in its pieces. */
export const rowGroupTasks: CaseKind = {
  kind: 'row-group-tasks',
  run(input) {
    const bytes = (of: CaseInput, name: string) => of.field(name).integer(0, MAX_BYTES);
    const groups = input.field('groups').list(
      (group) => ({
        startBytes: bytes(group, 'startBytes'),
        compressedBytes: bytes(group, 'compressedBytes'),
        rows: group.field('rows').integer(0, MAX_BYTES),
      }),
      MOST_GROUPS,
    );
    const tasks = input
      .field('tasks')
      .list(
        (task) =>
          task.list(
            (piece) => ({ startBytes: bytes(piece, 'startBytes'), lengthBytes: bytes(piece, 'lengthBytes') }),
            MOST_GROUPS,
          ),
        MOST_TASKS,
      );
    return { rowsPerTask: rowsPerTask(input.field('format').oneOf(['parquet', 'orc']), groups, tasks) };
  },
};

/** Every group is looked up in every task. */
const MOST_GROUPS = 10_000;
const MOST_TASKS = 10_000;

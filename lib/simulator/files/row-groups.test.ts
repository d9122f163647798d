import { describe, expect, it } from 'vitest';
import { type RowGroup, rowsPerTask } from './row-groups.ts';

/** `start+length rows` and `start+length`; tasks are parted by bars. */
const groups = (text: string): readonly RowGroup[] =>
  text.split(', ').map((group) => {
    const [, start, length, rows] = /^(\d+)\+(\d+) (\d+)$/.exec(group)!;
    return { startBytes: Number(start), compressedBytes: Number(length), rows: Number(rows) };
  });
const tasks = (text: string) =>
  text.split(' | ').map((task) =>
    task.split(' ').map((piece) => {
      const [start, length] = piece.split('+').map(Number);
      return { startBytes: start!, lengthBytes: length! };
    }),
  );

describe('row groups', () => {
  it('of Parquet are read by the task that holds their middle: a file of one feeds one task', () => {
    expect(rowsPerTask('parquet', groups('4+996 500'), tasks('0+250 | 250+250 | 500+250 | 750+250'))).toEqual(
      [0, 0, 500, 0],
    );
  });

  it('of ORC are read by the task in which they start', () => {
    expect(rowsPerTask('orc', groups('3+500 10, 503+400 20'), tasks('0+503 | 503+500'))).toEqual([10, 20]);
    expect(rowsPerTask('parquet', groups('3+500 10, 503+400 20'), tasks('0+250 | 250+750'))).toEqual([0, 30]);
  });

  it('may be several of one task, of several pieces', () => {
    expect(rowsPerTask('orc', groups('0+10 1, 10+10 2, 90+10 4'), tasks('0+20 80+20 | 20+60'))).toEqual([
      7, 0,
    ]);
  });
});

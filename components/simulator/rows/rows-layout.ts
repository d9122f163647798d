import type { ShuffleFrame, SmallShuffle } from '#lib/simulator/distribution/shuffle-frames.ts';

/** Where a row stands in the picture, in px from the top left. */
export interface RowPlace {
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

export interface RowsLayout {
  readonly height: number;
  readonly rowWidth: number;
  /** Top and height of each map task, and of each reducer. */
  readonly maps: readonly Box[];
  readonly reducers: readonly Box[];
  readonly reducersX: number;
}

interface Box {
  readonly y: number;
  readonly height: number;
}

const ROW = 22;
const HEAD = 20;
const GAP = 10;
const PAD = 4;

/** Boxes of map tasks on the left, of reducers on the right, tall enough for all rows they will ever have. */
export function rowsLayout({ rows, frames }: SmallShuffle, width: number): RowsLayout {
  const rowWidth = Math.min(150, Math.max(100, width * 0.3));
  const boxes = (groups: readonly (readonly number[])[]) => {
    let y = 0;
    return groups.map((group): Box => {
      const height = HEAD + Math.max(1, group.length) * ROW + PAD;
      const box = { y, height };
      y += height + GAP;
      return box;
    });
  };
  const maps = boxes(frames[0]?.maps ?? []);
  const reducers = boxes(frames.at(-1)?.reducers ?? []);
  const bottomOf = (all: readonly Box[]) => (all.at(-1)?.y ?? 0) + (all.at(-1)?.height ?? 0);
  return {
    height: Math.max(bottomOf(maps), bottomOf(reducers), rows.length),
    rowWidth,
    maps,
    reducers,
    reducersX: Math.max(rowWidth, width - rowWidth),
  };
}

/** Where every row stands in a frame; those on their way stand between. */
export function placesOf(
  frame: ShuffleFrame,
  { rows }: SmallShuffle,
  layout: RowsLayout,
): readonly RowPlace[] {
  const inBoxes = (groups: readonly (readonly number[])[], boxes: readonly Box[], x: number) =>
    groups.flatMap((group, i) =>
      group.map((row, at) => ({ row, x, y: (boxes[i]?.y ?? 0) + HEAD + at * ROW })),
    );
  const moving = frame.moving.map((row, at) => {
    const from = layout.maps[rows[row]?.map ?? 0];
    return { row, x: layout.reducersX / 2, y: (from?.y ?? 0) + HEAD + at * ROW };
  });
  return [
    ...inBoxes(frame.maps, layout.maps, 0),
    ...moving,
    ...inBoxes(frame.reducers, layout.reducers, layout.reducersX),
  ].toSorted((a, b) => a.row - b.row);
}

import type { Schedule } from '#lib/simulator/schedule/work.ts';

/** Where slots and times lie in the picture. */
export interface SlotLayout {
  readonly height: number;
  readonly rowHeight: number;
  readonly y: (slot: number) => number;
  readonly x: (ms: number) => number;
  readonly slotAt: (y: number) => number;
  readonly msAt: (x: number) => number;
}

const MOST_PX = 320;
const TALLEST_ROW = 16;
export const TIMELINE_LEFT = 64;
export const TIMELINE_TOP = 6;

/** A row for each slot, as tall as there is room for; of very many slots several share a px. */
export function slotLayout(
  { slots, makespanMs }: Pick<Schedule, 'slots' | 'makespanMs'>,
  width: number,
): SlotLayout {
  const rows = Math.max(1, slots);
  const rowHeight = Math.min(TALLEST_ROW, MOST_PX / rows);
  const plot = Math.max(1, width - TIMELINE_LEFT - 4);
  const span = Math.max(1, makespanMs);
  return {
    height: Math.ceil(rows * rowHeight),
    rowHeight,
    y: (slot) => TIMELINE_TOP + slot * rowHeight,
    x: (ms) => TIMELINE_LEFT + (ms / span) * plot,
    slotAt: (y) => Math.floor((y - TIMELINE_TOP) / rowHeight),
    msAt: (x) => ((x - TIMELINE_LEFT) / plot) * span,
  };
}

/** The attempt of a task under a point, or undefined. Of several slots in one px it is the first. */
export function barUnder({ bars }: Schedule, layout: SlotLayout, x: number, y: number): number | undefined {
  const [ms, slot] = [layout.msAt(x), layout.slotAt(y)];
  const slack = layout.msAt(TIMELINE_LEFT + 1);
  let found: number | undefined;
  for (let bar = 0; bar < bars.count; bar++) {
    if (bars.slot[bar] !== slot || ms < bars.startMs[bar]! - slack || ms > bars.endMs[bar]! + slack) continue;
    found = bar;
    if (ms >= bars.startMs[bar]! && ms <= bars.endMs[bar]!) return bar;
  }
  return found;
}

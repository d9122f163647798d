import { OUTCOME, type Schedule } from '#lib/simulator/schedule/work.ts';
import { type SlotLayout, TIMELINE_LEFT, TIMELINE_TOP } from './slot-layout.ts';
import type { StageFill } from './stage-fill.ts';

export const SLOT_TOKENS = [
  'scan',
  'broadcast',
  'shuffle',
  'narrow',
  'sink',
  'panel',
  'ink',
  'line',
  'soft',
] as const;
type SlotTokens = Readonly<Record<(typeof SLOT_TOKENS)[number], string>>;

export interface SlotPicture {
  readonly schedule: Schedule;
  /** By stage. */
  readonly fills: readonly StageFill[];
  /** Bars on the critical path. */
  readonly path: readonly number[];
  readonly layout: SlotLayout;
  readonly tokens: SlotTokens;
}

/** Waiting slots are hatched, tasks stand before them, the critical path is outlined. */
export function drawSlots(context: CanvasRenderingContext2D, picture: SlotPicture): void {
  const { schedule, fills, path, layout, tokens } = picture;
  const { bars } = schedule;
  drawWaiting(context, picture);
  const gap = layout.rowHeight >= 4 ? 1 : 0;
  const height = Math.max(0.75, layout.rowHeight - gap);
  for (let bar = 0; bar < bars.count; bar++) {
    const [from, to] = [layout.x(bars.startMs[bar]!), layout.x(bars.endMs[bar]!)];
    const y = layout.y(bars.slot[bar]!);
    const seam = to - from > 3 ? 1 : 0;
    context.fillStyle = tokens[fills[bars.stage[bar]!] ?? 'narrow'];
    const isKilled = bars.outcome[bar] === OUTCOME.killed || bars.outcome[bar] === OUTCOME.copyKilled;
    context.globalAlpha = isKilled ? 0.35 : 1;
    context.fillRect(from, y, Math.max(0.75, to - from - seam), height);
  }
  context.globalAlpha = 1;
  context.strokeStyle = tokens.ink;
  for (const bar of path) {
    const [from, to] = [layout.x(bars.startMs[bar]!), layout.x(bars.endMs[bar]!)];
    const y = layout.y(bars.slot[bar]!);
    context.lineWidth = to - from > 6 ? 2 : 1;
    context.strokeRect(from + 0.5, y + 0.5, Math.max(1.5, to - from - 2), Math.max(2, height - 1));
  }
}

/** From when a slot is there to when it is given back. */
function drawWaiting(
  context: CanvasRenderingContext2D,
  { schedule, layout, tokens }: Pick<SlotPicture, 'schedule' | 'layout' | 'tokens'>,
): void {
  const { bars, slots, makespanMs, executorCounts } = schedule;
  const isElastic = executorCounts.length > 1;
  const [first, last] = [new Float64Array(slots).fill(Number.POSITIVE_INFINITY), new Float64Array(slots)];
  for (let bar = 0; bar < bars.count; bar++) {
    const slot = bars.slot[bar]!;
    first[slot] = Math.min(first[slot]!, bars.startMs[bar]!);
    last[slot] = Math.max(last[slot]!, bars.endMs[bar]!);
  }
  context.save();
  context.beginPath();
  for (let slot = 0; slot < slots; slot++) {
    const [from, to] = isElastic ? [first[slot]!, last[slot]!] : [0, makespanMs];
    if (to > from)
      context.rect(
        layout.x(from),
        layout.y(slot),
        layout.x(to) - layout.x(from),
        Math.max(1, layout.rowHeight),
      );
  }
  context.clip();
  context.strokeStyle = tokens.line;
  context.lineWidth = 1.5;
  context.beginPath();
  const [right, bottom] = [layout.x(makespanMs), TIMELINE_TOP + layout.height];
  for (let at = TIMELINE_LEFT - layout.height; at < right; at += 6) {
    context.moveTo(at, bottom);
    context.lineTo(at + layout.height, TIMELINE_TOP);
  }
  context.stroke();
  context.restore();
}

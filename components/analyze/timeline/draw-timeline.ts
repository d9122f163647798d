import { tickLabel, ticks } from '#components/charts/ticks.ts';
import { formatCount, formatMs } from '#lib/base/format.ts';
import type { CoreUseRow } from '#lib/tables/queries/core-use.ts';
import type { ExecutorChangeRow } from '#lib/tables/queries/executor-changes.ts';
import type { TimelineSpanRow } from '#lib/tables/queries/timeline-spans.ts';
import { drawLane } from './draw-lane.ts';
import type { TimeWindow } from './time-window.ts';
import type { TimelineLayout } from './timeline-layout.ts';

export const TIMELINE_TOKENS = [
  'ink',
  'soft',
  'faint',
  'accent',
  'line',
  'edge',
  'panel',
  'sunken',
  'narrow',
  'shuffle',
  'scan',
  'sink',
] as const;
export type TimelineTokens = Readonly<Record<(typeof TIMELINE_TOKENS)[number], string>>;

export interface TimelinePicture {
  readonly layout: TimelineLayout;
  readonly window: TimeWindow;
  readonly cores: readonly CoreUseRow[];
  readonly changes: readonly ExecutorChangeRow[];
  /** "7.0" -> number of severity bars, for stages that insights name. */
  readonly marked: ReadonlyMap<string, number>;
  readonly selected: TimelineSpanRow | undefined;
  readonly width: number;
  readonly tokens: TimelineTokens;
}

export const LEFT = 76;

/** Where moments are on the canvas. */
export interface TimeScale {
  readonly x: (ms: number) => number;
  readonly left: number;
  readonly right: number;
}

export function timeScale(width: number, { from, to }: TimeWindow): TimeScale {
  const right = Math.max(LEFT + 1, width - 8);
  return { x: (ms) => LEFT + ((ms - from) / (to - from)) * (right - LEFT), left: LEFT, right };
}

/** Draws everything anew; a few thousand bars take some milliseconds. */
export function drawTimeline(context: CanvasRenderingContext2D, picture: TimelinePicture): void {
  const { layout, window, width, tokens } = picture;
  const scale = timeScale(width, window);
  context.clearRect(0, 0, width, layout.height);
  context.font = '12px ui-sans-serif, system-ui, sans-serif';
  context.textBaseline = 'middle';
  drawAxis(context, picture, scale);
  drawTitles(context, picture);
  context.save();
  context.beginPath();
  context.rect(scale.left, 0, scale.right - scale.left + 1, layout.height);
  context.clip();
  drawGaps(context, picture, scale);
  drawCores(context, picture, scale);
  drawMarks(context, picture, scale);
  for (const group of layout.groups) {
    for (const [lane, spans] of group.lanes.entries())
      drawLane(context, { ...picture, group, spans, top: group.top + lane * group.laneHeight }, scale);
  }
  context.restore();
  context.strokeStyle = tokens.edge;
  context.strokeRect(
    scale.left - 0.5,
    layout.cores.top - 0.5,
    scale.right - scale.left + 1,
    layout.height - layout.cores.top,
  );
}

function drawAxis(
  context: CanvasRenderingContext2D,
  { layout, window, tokens }: TimelinePicture,
  scale: TimeScale,
): void {
  context.fillStyle = tokens.soft;
  context.strokeStyle = tokens.line;
  context.lineWidth = 1;
  for (const ms of ticks(
    window.from,
    window.to,
    Math.max(1, Math.floor((scale.right - scale.left) / 90)),
    'ms',
  )) {
    const x = Math.round(scale.x(ms)) + 0.5;
    context.beginPath();
    context.moveTo(x, layout.cores.top - 5);
    context.lineTo(x, layout.height);
    context.stroke();
    context.textAlign = x < scale.left + 20 ? 'left' : x > scale.right - 30 ? 'right' : 'center';
    context.fillText(tickLabel(ms, 'ms'), x, 10);
  }
}

function drawTitles(context: CanvasRenderingContext2D, { layout, cores, tokens }: TimelinePicture): void {
  context.fillStyle = tokens.soft;
  context.textAlign = 'right';
  const titles = [
    ['Slots', layout.cores.top + 10],
    ['Executors', layout.marks.top + layout.marks.height / 2],
    ...layout.groups.map(({ title, top, laneHeight }) => [title, top + laneHeight / 2] as const),
  ] as const;
  for (const [title, y] of titles) context.fillText(title, LEFT - 8, y);
  context.fillStyle = tokens.faint;
  if (cores.length > 0)
    context.fillText(`of ${formatCount(Math.round(mostSlots(cores)))}`, LEFT - 8, layout.cores.top + 26);
}

/** Stretches without a job: shaded from the jobs downwards, so that idle time is an area. */
function drawGaps(
  context: CanvasRenderingContext2D,
  { layout, tokens }: TimelinePicture,
  scale: TimeScale,
): void {
  const top = layout.groups[0]?.top ?? 0;
  for (const { start_ms, end_ms } of layout.gaps) {
    const [from, to] = [Math.max(scale.left, scale.x(start_ms)), Math.min(scale.right, scale.x(end_ms))];
    if (to < scale.left || from > scale.right || to - from < 0.5) continue;
    context.fillStyle = tokens.sunken;
    context.fillRect(from, top - 4, to - from, layout.height - top);
    context.strokeStyle = tokens.line;
    for (const x of [from, to]) {
      context.beginPath();
      context.moveTo(x, top - 4);
      context.lineTo(x, layout.height);
      context.stroke();
    }
    const text = `no job, ${formatMs(end_ms - start_ms)}`;
    if (context.measureText(text).width + 8 < to - from) {
      context.fillStyle = tokens.faint;
      context.textAlign = 'center';
      context.fillText(text, (from + to) / 2, top + (layout.groups[0]?.laneHeight ?? 0) / 2);
    }
  }
}

function drawCores(context: CanvasRenderingContext2D, picture: TimelinePicture, scale: TimeScale): void {
  const { layout, cores, tokens } = picture;
  const { top, height } = layout.cores;
  const bottom = top + height;
  const max = mostSlots(cores);
  const y = (slots: number) => bottom - (Math.min(slots, max) / max) * (height - 6);
  for (const { from_ms, to_ms, busy, offered } of cores) {
    // Whole pixels, or the seams between bins would show as stripes.
    const [from, to] = [Math.round(scale.x(from_ms)), Math.round(scale.x(to_ms))];
    if (to < scale.left || from > scale.right) continue;
    if (offered !== null) {
      context.fillStyle = tokens.line;
      context.fillRect(from, y(offered), to - from, bottom - y(offered));
    }
    context.fillStyle = tokens.narrow;
    context.fillRect(from, y(busy), Math.max(1, to - from), bottom - y(busy));
  }
}

/** A triangle up for an executor that came, down for one that went. */
function drawMarks(context: CanvasRenderingContext2D, picture: TimelinePicture, scale: TimeScale): void {
  const { layout, changes, tokens } = picture;
  const { top, height } = layout.marks;
  const [high, low] = [top + 4, top + height - 4];
  let lastX = Number.NEGATIVE_INFINITY;
  for (const { at_ms, change } of changes) {
    const x = scale.x(at_ms);
    // Hundreds that come at once are one mark.
    if (x < scale.left - 6 || x > scale.right + 6 || x - lastX < 1) continue;
    lastX = x;
    context.beginPath();
    if (change === 'added') {
      context.moveTo(x, high);
      context.lineTo(x + 5, low);
      context.lineTo(x - 5, low);
      context.closePath();
      context.fillStyle = tokens.ink;
      context.fill();
    } else {
      context.moveTo(x - 5, high);
      context.lineTo(x + 5, high);
      context.lineTo(x, low);
      context.closePath();
      context.strokeStyle = tokens.ink;
      context.lineWidth = 1.5;
      context.stroke();
      context.lineWidth = 1;
    }
  }
}

/** What the strip's height stands for. */
function mostSlots(cores: readonly CoreUseRow[]): number {
  return Math.max(1, ...cores.map(({ busy, offered }) => offered ?? busy));
}

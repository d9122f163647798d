import type { FillColor } from './fill.ts';

export const BAR_TOKENS = [
  'narrow',
  'shuffle',
  'broadcast',
  'scan',
  'sink',
  'ink',
  'panel',
  'edge',
  'soft',
] as const;
export type BarTokens = Readonly<Record<(typeof BAR_TOKENS)[number], string>>;

/** What stands in the plot; all lists are by bar. */
export interface BarPicture {
  readonly values: ArrayLike<number>;
  readonly color?: Exclude<FillColor, 'ink'> | undefined;
  /** The part of each bar above this value is hatched. */
  readonly hatchedFrom?: number | undefined;
  /** Bars that are cut into several pieces, by index. */
  readonly pieces?: ReadonlyMap<number, number> | undefined;
  /** Ends (exclusive) of neighbors that belong together, underlined in turns. */
  readonly groups?: readonly (readonly [start: number, end: number])[] | undefined;
}

interface Plot {
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly tokens: BarTokens;
  readonly heightOf: (value: number) => number;
}

/** Where a bar stands: wide ones with a gap between them. */
export function barPlace(
  index: number,
  count: number,
  width: number,
): { readonly x: number; readonly width: number } {
  const each = width / count;
  const gap = each >= 4 ? 1 : 0;
  return { x: index * each, width: Math.max(0.5, each - gap) };
}

export function drawBars(context: CanvasRenderingContext2D, picture: BarPicture, plot: Plot): void {
  const { values, color = 'narrow', hatchedFrom, pieces, groups } = picture;
  const { width, top, bottom, tokens, heightOf } = plot;
  const y = (value: number) => bottom - heightOf(value) * (bottom - top);
  context.fillStyle = tokens[color];
  const columns = columnsOf(values, width);
  for (const { x, width: wide, value } of columns) {
    // A bar of one byte stays visible beside one of a million.
    if (value > 0) context.fillRect(x, Math.min(bottom - 1, y(value)), wide, Math.max(1, bottom - y(value)));
  }
  if (hatchedFrom !== undefined) {
    for (const { x, width: wide, value } of columns)
      if (value > hatchedFrom) hatch(context, x, y(value), wide, y(hatchedFrom) - y(value), plot);
  }
  for (const [index, count] of pieces ?? []) {
    const place = barPlace(index, values.length, width);
    cut(context, place.x, Math.max(3, place.width), y(values[index] ?? 0), count, plot);
  }
  if (groups) underline(context, groups, values.length, plot);
}

/** One bar each, or where several share a px the largest of them. */
function columnsOf(values: ArrayLike<number>, width: number) {
  const count = values.length;
  if (count <= width)
    return Array.from({ length: count }, (_, i) => ({ ...barPlace(i, count, width), value: values[i]! }));
  const columns = Array.from({ length: Math.floor(width) }, (_, x) => ({ x, width: 1, value: 0 }));
  for (let i = 0; i < count; i++) {
    const column = columns[Math.floor((i / count) * columns.length)]!;
    if (values[i]! > column.value) column.value = values[i]!;
  }
  return columns;
}

function hatch(
  context: CanvasRenderingContext2D,
  x: number,
  top: number,
  width: number,
  height: number,
  { tokens }: Plot,
): void {
  context.save();
  context.beginPath();
  context.rect(x, top, width, height);
  context.clip();
  context.fillStyle = tokens.panel;
  context.globalAlpha = 0.55;
  context.fillRect(x, top, width, height);
  context.globalAlpha = 1;
  context.strokeStyle = tokens.ink;
  context.lineWidth = 1;
  context.beginPath();
  // Lines at fixed places of the plot, so that those of neighbors meet.
  for (let at = Math.floor((x - height) / 5) * 5; at < x + width; at += 5) {
    context.moveTo(at, top + height);
    context.lineTo(at + height, top);
  }
  context.stroke();
  context.restore();
}

/** Cuts of a bar at even heights; a bar of very many pieces is striped. */
function cut(
  context: CanvasRenderingContext2D,
  x: number,
  width: number,
  top: number,
  count: number,
  { bottom, tokens }: Plot,
): void {
  const height = bottom - top;
  context.fillStyle = tokens.shuffle;
  context.fillRect(x, top, width, height);
  context.fillStyle = tokens.panel;
  const shown = Math.max(1, Math.min(count, Math.floor(height / 3)));
  for (let piece = 1; piece < shown; piece++)
    context.fillRect(x, Math.round(bottom - (piece / shown) * height), width, 1);
}

function underline(
  context: CanvasRenderingContext2D,
  groups: readonly (readonly [number, number])[],
  count: number,
  { width, bottom, tokens }: Plot,
): void {
  for (const [i, [start, end]] of groups.entries()) {
    const [from, to] = [(start / count) * width, (end / count) * width];
    context.fillStyle = i % 2 === 0 ? tokens.ink : tokens.edge;
    context.fillRect(from, bottom + 4 + (i % 2) * 3, Math.max(1, to - from - (to - from > 3 ? 1 : 0)), 3);
  }
}

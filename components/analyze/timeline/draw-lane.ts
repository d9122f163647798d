import type { TimelineSpanRow } from '#lib/tables/queries/timeline-spans.ts';
import type { TimelinePicture, TimelineTokens, TimeScale } from './draw-timeline.ts';
import type { LaneGroup } from './timeline-layout.ts';

export interface LanePicture extends Pick<TimelinePicture, 'marked' | 'selected' | 'tokens'> {
  readonly group: LaneGroup;
  readonly spans: readonly TimelineSpanRow[];
  readonly top: number;
}

/** Bars thinner than this are gathered into columns of one px. */
const THIN_PX = 1.5;
const GAP_PX = 3;

export function drawLane(context: CanvasRenderingContext2D, lane: LanePicture, scale: TimeScale): void {
  const columns = new Map<number, { covered: number; color: string }>();
  for (const span of lane.spans) {
    const [from, to] = [scale.x(span.start_ms), scale.x(span.end_ms)];
    if (to < scale.left || from > scale.right) continue;
    if (to - from >= THIN_PX || span === lane.selected) {
      drawBar(context, lane, span, Math.max(scale.left, from), Math.min(scale.right, Math.max(to, from + 2)));
      continue;
    }
    const px = Math.floor(from);
    const column = columns.get(px) ?? { covered: 0, color: colorOf(span, lane.tokens) };
    columns.set(px, { ...column, covered: column.covered + Math.max(0.15, to - from) });
  }
  const height = lane.group.laneHeight - GAP_PX;
  for (const [px, { covered, color }] of columns) {
    context.fillStyle = color;
    context.globalAlpha = 0.35 + 0.65 * Math.min(1, covered);
    context.fillRect(px, lane.top, 1, height);
  }
  context.globalAlpha = 1;
}

function drawBar(
  context: CanvasRenderingContext2D,
  lane: LanePicture,
  span: TimelineSpanRow,
  from: number,
  to: number,
): void {
  const { tokens, top, group, selected, marked } = lane;
  const height = group.laneHeight - GAP_PX;
  const width = to - from;
  const color = colorOf(span, tokens);
  // Text stands on the bar, so the bar is pale and only its foot has the full color.
  context.fillStyle = tokens.panel;
  context.fillRect(from, top, width, height);
  context.fillStyle = color;
  context.globalAlpha = span.kind === 'job' ? 0.2 : 0.26;
  context.fillRect(from, top, width, height);
  context.globalAlpha = 1;
  context.fillRect(from, top + height - 3, width, 3);
  if (span.status === 'FAILED') stripes(context, from, top, width, height - 3, color);
  if (width > 6) {
    context.fillStyle = tokens.panel;
    context.fillRect(to - 1, top, 1, height);
  }
  const severity = marked.get(span.id) ?? 0;
  const room = fitting(context, labelOf(span, severity), shortLabelOf(span, severity), width - 8);
  if (room !== '') {
    context.fillStyle = tokens.ink;
    context.textAlign = 'left';
    context.fillText(room, from + 4, top + (height - 3) / 2 + 0.5);
  }
  if (span === selected) {
    context.strokeStyle = tokens.accent;
    context.lineWidth = 2;
    context.strokeRect(from + 1, top + 1, Math.max(1, width - 2), height - 2);
    context.lineWidth = 1;
  }
}

function colorOf({ kind, source }: TimelineSpanRow, tokens: TimelineTokens): string {
  if (kind === 'job') return tokens.sink;
  if (source === 'files') return tokens.scan;
  return source === 'shuffle' ? tokens.shuffle : tokens.narrow;
}

/** Severity first, in the glyph's own strokes: it must not be lost when the text is cut. */
function shortLabelOf({ id, status }: TimelineSpanRow, severity: number): string {
  const glyph = severity > 0 ? `${'▮'.repeat(severity)}${'▯'.repeat(3 - severity)} ` : '';
  return `${glyph}${status === 'FAILED' ? '✕ ' : ''}${id}`;
}

function labelOf(span: TimelineSpanRow, severity: number): string {
  return `${shortLabelOf(span, severity)}${span.name ? ` ${span.name}` : ''}`;
}

/** As much of the label as there is room for, but no stump of its short form. */
function fitting(context: CanvasRenderingContext2D, text: string, short: string, width: number): string {
  if (width < 8 || context.measureText(short).width > width) return '';
  if (context.measureText(text).width <= width) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (context.measureText(`${text.slice(0, middle)}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return low < short.length + 3 ? short : `${text.slice(0, low)}…`;
}

function stripes(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  color: string,
): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.strokeStyle = color;
  context.globalAlpha = 0.6;
  for (let at = x - height; at < x + width; at += 6) {
    context.beginPath();
    context.moveTo(at, y + height);
    context.lineTo(at + height, y);
    context.stroke();
  }
  context.restore();
}

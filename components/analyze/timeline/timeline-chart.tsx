'use client';
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useTokens } from '#components/ui/use-tokens.ts';
import { useWidth } from '#components/ui/use-width.ts';
import type { TimelineSpanRow } from '#lib/tables/queries/timeline-spans.ts';
import { drawTimeline, LEFT, TIMELINE_TOKENS, type TimelinePicture, timeScale } from './draw-timeline.ts';
import { spanText } from './span-text.ts';
import { panWindow, type TimeWindow, zoomWindow } from './time-window.ts';
import { spanAt } from './timeline-layout.ts';

export interface TimelineChartProps extends Omit<TimelinePicture, 'width' | 'tokens'> {
  readonly runMs: number;
  readonly onWindow: (window: TimeWindow) => void;
  readonly onSelect: (span: TimelineSpanRow | undefined) => void;
  readonly onPick: (span: TimelineSpanRow) => void;
  /** True when the key was for the timeline. */
  readonly onKey: (key: string) => boolean;
}

/** Moved less than this, a press is a click. */
const CLICK_PX = 4;

export function TimelineChart(props: TimelineChartProps) {
  const { layout, window, selected, runMs, onWindow, onSelect, onPick, onKey } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<{ readonly x: number; readonly window: TimeWindow; moved: boolean }>(undefined);
  const id = useId();
  const width = useWidth(box);
  const tokens = useTokens(TIMELINE_TOKENS);
  const { cores, changes, marked } = props;

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || width === 0) return;
    const ratio = devicePixelRatio || 1;
    element.width = Math.round(width * ratio);
    element.height = Math.round(layout.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawTimeline(context, { layout, window, cores, changes, marked, selected, width, tokens });
  }, [layout, window, cores, changes, marked, selected, width, tokens]);

  const perPx = (window.to - window.from) / Math.max(1, width - LEFT - 8);
  const msAt = (x: number) => window.from + (x - LEFT) * perPx;
  const placeOf = (event: { clientX: number; clientY: number }) => {
    const rect = canvas.current?.getBoundingClientRect();
    return { x: event.clientX - (rect?.left ?? 0), y: event.clientY - (rect?.top ?? 0) };
  };
  const spanUnder = (event: PointerEvent) => {
    const { x, y } = placeOf(event);
    return spanAt({ layout, y, ms: msAt(x), reachMs: 3 * perPx });
  };

  // React listens to wheels passively; zooming must keep the page from scrolling.
  const wheel = useRef<(event: WheelEvent) => void>(undefined);
  wheel.current = (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    onWindow(zoomWindow(window, Math.exp(-event.deltaY / 300), runMs, msAt(placeOf(event).x)));
  };
  useEffect(() => {
    const element = canvas.current;
    const onWheel = (event: WheelEvent) => wheel.current?.(event);
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, []);

  const onPointerMove = (event: PointerEvent) => {
    const start = drag.current;
    if (!start) return onSelect(spanUnder(event) ?? selected);
    const by = event.clientX - start.x;
    if (Math.abs(by) > CLICK_PX) start.moved = true;
    const scale = timeScale(width, start.window);
    if (start.moved) onWindow(panWindow(start.window, -by / (scale.right - scale.left), runMs));
  };
  const onPointerUp = (event: PointerEvent) => {
    const start = drag.current;
    drag.current = undefined;
    const span = start && !start.moved ? spanUnder(event) : undefined;
    if (span) onPick(span);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && selected) onPick(selected);
    else if (onKey(event.key)) event.preventDefault();
  };

  return (
    <div className="min-w-0">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        ref={box}
        role="group"
        aria-label="Timeline of jobs and stages. W and S zoom, A and D move, period and comma step through, Enter opens."
        aria-describedby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one tab stop for all bars, keys move among them
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="min-w-0 rounded"
      >
        <canvas
          ref={canvas}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            drag.current = { x: event.clientX, window, moved: false };
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => {
            drag.current = undefined;
          }}
          className="block w-full cursor-pointer touch-pan-y"
        />
      </div>
      <p id={id} aria-live="polite" className="wrap-anywhere min-h-10 pt-1 text-soft text-xs sm:min-h-5">
        {selected ? spanText(selected) : <HowTo />}
      </p>
    </div>
  );
}

function HowTo() {
  return (
    <>
      <span className="pointer-coarse:hidden">
        Point at a bar, or press period and comma to step through. Drag or A and D move, Ctrl with the wheel
        or W and S zoom.
      </span>
      <span className="not-pointer-coarse:hidden">
        Tap a bar to see more of it. Drag to move; the buttons zoom.
      </span>
    </>
  );
}

'use client';
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { BottomAxis } from '#components/charts/bottom-axis.tsx';
import { sizedContext } from '#components/charts/sized-context.ts';
import { rowForKey } from '#components/ui/row-keys.ts';
import { useTokens } from '#components/ui/use-tokens.ts';
import { useWidth } from '#components/ui/use-width.ts';
import { formatCount } from '#lib/base/format.ts';
import type { RunPicture } from '../session/run-picture.ts';
import { barText, HELD_BY } from './bar-text.ts';
import { drawSlots, SLOT_TOKENS } from './draw-slots.ts';
import { barUnder, slotLayout, TIMELINE_LEFT, TIMELINE_TOP } from './slot-layout.ts';
import { stageFill } from './stage-fill.ts';

export interface SlotChartProps {
  readonly picture: RunPicture;
  readonly onPick: (bar: number) => void;
}

const ROWS: Readonly<Record<string, string>> = {
  ArrowRight: 'ArrowDown',
  ArrowLeft: 'ArrowUp',
  Home: 'Home',
  End: 'End',
};

/** Every task on its slot. The pointer reads out any task; arrow keys walk along the critical path. */
export function SlotChart({ picture, onPick }: SlotChartProps) {
  const { schedule, stages, criticalPath } = picture;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const id = useId();
  const width = useWidth(box);
  const tokens = useTokens(SLOT_TOKENS);
  const [active, setActive] = useState<number>();
  const layout = useMemo(() => slotLayout(schedule, width), [schedule, width]);
  const shown = active !== undefined && active < schedule.bars.count ? active : undefined;

  useLayoutEffect(() => {
    const context = sizedContext(canvas.current, width, layout.height + TIMELINE_TOP);
    if (!context) return;
    const path = criticalPath.map(({ bar }) => bar);
    drawSlots(context, { schedule, fills: stages.map(stageFill), path, layout, tokens });
  }, [schedule, stages, criticalPath, layout, width, tokens]);

  const under = (event: PointerEvent | MouseEvent) => {
    const at = event.currentTarget.getBoundingClientRect();
    return barUnder(schedule, layout, event.clientX - at.left, event.clientY - at.top);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && shown !== undefined) return onPick(shown);
    const current = criticalPath.findIndex(({ bar }) => bar === shown);
    const next = rowForKey(ROWS[event.key] ?? '', current, criticalPath.length, 1);
    const step = next === undefined ? undefined : criticalPath[next];
    if (!step) return;
    event.preventDefault();
    setActive(step.bar);
  };
  const { bars } = schedule;
  const height = layout.height + TIMELINE_TOP;
  return (
    <div className="min-w-0">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        ref={box}
        role="group"
        aria-label="Slots over time. Arrow keys walk along the critical path."
        aria-describedby={id}
        aria-keyshortcuts="ArrowLeft ArrowRight Home End Enter"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one tab stop for all tasks, arrows move among them
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => setActive(under(event))}
        onPointerLeave={() => setActive(undefined)}
        onClick={(event) => {
          const bar = under(event);
          if (bar !== undefined) onPick(bar);
        }}
        className="relative cursor-pointer rounded"
      >
        <canvas ref={canvas} className="absolute inset-x-0 top-0 w-full" />
        <svg width={width} height={height + 22} aria-hidden="true" className="relative block">
          <text x={TIMELINE_LEFT - 6} y={16} textAnchor="end" className="fill-soft text-xs">
            slot 0
          </text>
          {schedule.slots > 3 ? (
            <text x={TIMELINE_LEFT - 6} y={height - 2} textAnchor="end" className="fill-soft text-xs">
              {formatCount(schedule.slots - 1)}
            </text>
          ) : null}
          {shown === undefined ? null : (
            <rect
              x={layout.x(bars.startMs[shown]!) - 1}
              y={layout.y(bars.slot[shown]!) - 1}
              width={Math.max(3, layout.x(bars.endMs[shown]!) - layout.x(bars.startMs[shown]!) + 1)}
              height={layout.rowHeight + 1}
              fill="none"
              strokeWidth="3"
              className="stroke-accent"
            />
          )}
          <BottomAxis
            from={0}
            to={Math.max(1, schedule.makespanMs)}
            unit="ms"
            left={TIMELINE_LEFT}
            width={Math.max(1, width - TIMELINE_LEFT - 4)}
            y={height}
          />
        </svg>
      </div>
      <p id={id} aria-live="polite" className="wrap-anywhere min-h-9 pt-1 text-faint text-xs sm:min-h-5">
        {shown === undefined
          ? 'Point at a task, or walk along the critical path with the arrow keys; Enter shows how its time is computed.'
          : `${barText(picture, shown)}${heldText(picture, shown)}`}
      </p>
    </div>
  );
}

function heldText({ criticalPath }: RunPicture, bar: number): string {
  const at = criticalPath.findIndex((step) => step.bar === bar);
  if (at < 0) return '';
  return `; ${at + 1} of ${criticalPath.length} on the critical path, ${HELD_BY[criticalPath[at]!.heldBy]}`;
}

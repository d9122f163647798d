'use client';
import { type PointerEvent, useRef } from 'react';

export interface BarDrawingProps {
  readonly heights: readonly number[];
  readonly tallest: number;
  /** "Rows of key 3". */
  readonly labelOf: (bar: number) => string;
  readonly textOf: (bar: number) => string;
  readonly onDraw: (bar: number, height: number) => void;
  /** A bar was drawn to its end. */
  readonly onDrawn?: () => void;
}

/** Bars drawn by sweeping over them; for keyboards each bar is a slider. Heights are whole numbers. */
export function BarDrawing({ heights, tallest, labelOf, textOf, onDraw, onDrawn }: BarDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const draw = (event: PointerEvent) => {
    if (!box.current || event.buttons === 0) return;
    const { left, top, width, height } = box.current.getBoundingClientRect();
    const bar = Math.floor(((event.clientX - left) / width) * heights.length);
    const share = 1 - (event.clientY - top) / height;
    if (bar >= 0 && bar < heights.length) onDraw(bar, Math.round(Math.min(1, Math.max(0, share)) * tallest));
  };
  return (
    <div
      ref={box}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        draw(event);
      }}
      onPointerMove={draw}
      onPointerUp={onDrawn}
      className="relative h-36 cursor-crosshair touch-none select-none overflow-hidden rounded border border-line bg-sunken"
    >
      <svg aria-hidden="true" width="100%" height="100%" className="block">
        {heights.map((height, bar) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={bar}
            x={`${((bar + 0.06) / heights.length) * 100}%`}
            width={`${(0.88 / heights.length) * 100}%`}
            y={`${100 - (height / tallest) * 100}%`}
            height={`${(height / tallest) * 100}%`}
            className="fill-narrow"
          />
        ))}
      </svg>
      <div className="pointer-events-none absolute inset-0 flex">
        {heights.map((height, bar) => (
          <input
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={bar}
            type="range"
            aria-orientation="vertical"
            aria-label={labelOf(bar)}
            aria-valuetext={textOf(bar)}
            min={0}
            max={tallest}
            value={height}
            onChange={(event) => onDraw(bar, Number(event.target.value))}
            onKeyUp={onDrawn}
            className="m-0 h-full min-w-0 flex-1 appearance-none rounded-none bg-transparent opacity-0 focus-visible:border-2 focus-visible:border-accent focus-visible:opacity-100 [&::-moz-range-thumb]:opacity-0 [&::-webkit-slider-thumb]:opacity-0"
          />
        ))}
      </div>
    </div>
  );
}

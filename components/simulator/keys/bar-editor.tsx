'use client';
import { type PointerEvent, useRef } from 'react';
import { formatCount, formatShare, plural } from '#lib/base/format.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { setKnobs, settle } from '../session/simulation.ts';
import { TALLEST_BAR } from './own-weights.ts';

/** A bar for each key, drawn by sweeping over them; for keyboards each bar is a slider. */
export function BarEditor({ knobs }: { readonly knobs: Knobs }) {
  const { weights, keyNames } = knobs;
  const box = useRef<HTMLDivElement>(null);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const tallest = Math.max(TALLEST_BAR, ...weights);
  const set = (key: number, weight: number) => {
    const next = weights.with(key, weight);
    // Without any rows there would be nothing to run.
    if (next.some((each) => each > 0)) setKnobs({ weights: next }, 'weights');
  };
  const draw = (event: PointerEvent) => {
    if (!box.current || event.buttons === 0) return;
    const { left, top, width, height } = box.current.getBoundingClientRect();
    const key = Math.floor(((event.clientX - left) / width) * weights.length);
    const share = 1 - (event.clientY - top) / height;
    if (key >= 0 && key < weights.length) set(key, Math.round(Math.min(1, Math.max(0, share)) * tallest));
  };
  const nameOf = (key: number) => keyNames[key] ?? String(knobs.firstKey + key);
  return (
    <div className="grid gap-2">
      <div
        ref={box}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          draw(event);
        }}
        onPointerMove={draw}
        onPointerUp={settle}
        className="relative h-36 cursor-crosshair touch-none select-none overflow-hidden rounded border border-line bg-sunken"
      >
        <svg aria-hidden="true" width="100%" height="100%" className="block">
          {weights.map((weight, key) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a key is its place
              key={key}
              x={`${((key + 0.06) / weights.length) * 100}%`}
              width={`${(0.88 / weights.length) * 100}%`}
              y={`${100 - (weight / tallest) * 100}%`}
              height={`${(weight / tallest) * 100}%`}
              className="fill-narrow"
            />
          ))}
        </svg>
        <div className="pointer-events-none absolute inset-0 flex">
          {weights.map((weight, key) => (
            <input
              // biome-ignore lint/suspicious/noArrayIndexKey: a key is its place
              key={key}
              type="range"
              aria-orientation="vertical"
              aria-label={`Rows of key ${nameOf(key)}`}
              aria-valuetext={`${formatCount(weight)}, ${formatShare(weight / total)} of all rows`}
              min={0}
              max={tallest}
              value={weight}
              onChange={(event) => set(key, Number(event.target.value))}
              onKeyUp={settle}
              className="m-0 h-full min-w-0 flex-1 appearance-none rounded-none bg-transparent opacity-0 focus-visible:border-2 focus-visible:border-accent focus-visible:opacity-100 [&::-moz-range-thumb]:opacity-0 [&::-webkit-slider-thumb]:opacity-0"
            />
          ))}
        </div>
      </div>
      <p className="text-faint text-xs">
        Sweep over the bars to draw; with the keyboard each bar is a slider. {plural(weights.length, 'key')},{' '}
        {keyNames.length > 0 ? 'hashed as texts' : `whole numbers from ${formatCount(knobs.firstKey)} on`}.
      </p>
    </div>
  );
}

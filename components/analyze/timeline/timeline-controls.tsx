'use client';
import { ArrowLeft, ArrowRight, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { clampWindow, panWindow, type TimeWindow, zoomWindow } from './time-window.ts';

export interface TimelineControlsProps {
  readonly window: TimeWindow;
  readonly runMs: number;
  readonly onChange: (window: TimeWindow) => void;
}

/** Everything that dragging and keys do, with buttons and numbers. */
export function TimelineControls({ window, runMs, onChange }: TimelineControlsProps) {
  const shown = { from: seconds(window.from), to: seconds(window.to) };
  const [typed, setTyped] = useState(shown);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields follow the window, not each keystroke
  useEffect(() => setTyped(shown), [shown.from, shown.to]);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const [from, to] = [Number(typed.from) * 1000, Number(typed.to) * 1000];
    if (from < to) onChange(clampWindow({ from, to }, runMs));
    else setTyped(shown);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="-ml-2 flex">
        <IconButton
          icon={ZoomIn}
          label="Zoom in (w)"
          onClick={() => onChange(zoomWindow(window, 1.5, runMs))}
        />
        <IconButton
          icon={ZoomOut}
          label="Zoom out (s)"
          onClick={() => onChange(zoomWindow(window, 1 / 1.5, runMs))}
        />
        <IconButton
          icon={ArrowLeft}
          label="Earlier (a)"
          onClick={() => onChange(panWindow(window, -0.25, runMs))}
        />
        <IconButton
          icon={ArrowRight}
          label="Later (d)"
          onClick={() => onChange(panWindow(window, 0.25, runMs))}
        />
        <IconButton
          icon={Maximize2}
          label="The whole run (f)"
          onClick={() => onChange(clampWindow({ from: 0, to: runMs }, runMs))}
        />
      </span>
      <form onSubmit={apply} className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-2">
        <TextField
          label="Seconds from"
          showLabel
          inputMode="decimal"
          value={typed.from}
          onChange={(event) => setTyped({ ...typed, from: event.target.value })}
          className="w-20 text-right sm:w-24"
        />
        <TextField
          label="to"
          showLabel
          inputMode="decimal"
          value={typed.to}
          onChange={(event) => setTyped({ ...typed, to: event.target.value })}
          className="w-20 text-right sm:w-24"
        />
        <Button type="submit" fit="tight">
          Show
        </Button>
      </form>
    </div>
  );
}

function seconds(ms: number): string {
  return String(Math.round(ms) / 1000);
}

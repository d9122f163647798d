import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

export interface SeparatorProps {
  readonly label: string;
  /** Share of the whole that lies before it, in percent. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  readonly axis: 'x' | 'y';
}

const STEP = 2;

/** Between two panes: dragged, or moved with the arrow keys. */
export function Separator({ label, value, min, max, onChange, axis }: SeparatorProps) {
  const bar = useRef<HTMLDivElement>(null);
  const set = (next: number) => onChange(Math.min(max, Math.max(min, next)));
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const whole = bar.current?.parentElement?.getBoundingClientRect();
    if (!whole || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const share =
      axis === 'x' ? (event.clientX - whole.left) / whole.width : (event.clientY - whole.top) / whole.height;
    set(share * 100);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const [less, more] = axis === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === less) set(value - STEP);
    else if (event.key === more) set(value + STEP);
    else if (event.key === 'Home') set(min);
    else if (event.key === 'End') set(max);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be dragged
    <div
      ref={bar}
      role="separator"
      aria-label={label}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      className={
        axis === 'x'
          ? 'w-1.5 shrink-0 cursor-col-resize touch-none bg-line hover:bg-accent'
          : 'h-1.5 shrink-0 cursor-row-resize touch-none bg-line hover:bg-accent'
      }
    />
  );
}

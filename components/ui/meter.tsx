import { useId } from 'react';
import { Bar } from './bar.tsx';

export interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The value as a person reads it, with its unit: "61 %", "2.1 GiB of 2.4 GiB". */
  readonly text: string;
}

/** A share of a known whole. */
export function Meter({ label, value, max, text }: MeterProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <span id={id} className="text-soft">
          {label}
        </span>
        <span className="font-medium">{text}</span>
      </div>
      <meter className="sr-only" aria-labelledby={id} min={0} max={max} value={value} aria-valuetext={text} />
      <Bar ratio={max > 0 ? value / max : 0} className="text-ink" />
    </div>
  );
}

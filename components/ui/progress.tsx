import { useId } from 'react';
import { Bar } from './bar.tsx';
import { Status } from './status.tsx';

export interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** Amounts behind the percentage: "84 of 210 MiB · 31,000 events/s". */
  readonly detail?: string;
}

/** Work under way whose end is known. Screen readers hear every tenth, not every change. */
export function Progress({ label, value, max, detail }: ProgressProps) {
  const id = useId();
  const ratio = max > 0 ? Math.min(1, value / max) : 0;
  const percent = Math.floor(ratio * 100);
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span id={id} className="font-medium">
          {label}
        </span>
        <span className="text-soft">
          {detail ? `${detail} · ` : ''}
          {percent} %
        </span>
      </div>
      <progress className="sr-only" aria-labelledby={id} max={100} value={percent} />
      <Bar ratio={ratio} className="text-accent" />
      <Status hidden>{`${label}: ${Math.floor(ratio * 10) * 10} %`}</Status>
    </div>
  );
}

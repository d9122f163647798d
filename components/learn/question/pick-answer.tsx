import { useId } from 'react';
import type { PickQuestion } from '#lib/learn/question/question.ts';

export interface PickAnswerProps {
  readonly options: PickQuestion['options'];
  /** The labels with their numbers. */
  readonly labels: readonly string[];
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
  readonly labelledBy: string;
}

/** One of a few, each on a line of its own. */
export function PickAnswer({ options, labels, value, onChange, labelledBy }: PickAnswerProps) {
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className="grid gap-1">
      {options.map(({ id }, i) => (
        <label
          key={id}
          className="flex min-h-9 items-center gap-2.5 rounded border border-line px-2.5 py-1.5 text-sm hover:bg-tint has-checked:border-accent has-checked:bg-tint pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={name}
            value={id}
            checked={value === id}
            onChange={() => onChange(id)}
            className="size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0">{labels[i]}</span>
        </label>
      ))}
    </div>
  );
}

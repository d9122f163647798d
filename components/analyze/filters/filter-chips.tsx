'use client';
import { clsx } from 'clsx';
import { useId } from 'react';
import { formatCount } from '#lib/base/format.ts';

export interface FilterChipsProps {
  readonly label: string;
  readonly chips: readonly { readonly kind: string; readonly label: string; readonly count: number }[];
  readonly chosen: string;
  readonly onChoose: (kind: string) => void;
}

/** One filter out of a few, each with what it would leave. */
export function FilterChips({ label, chips, chosen, onChoose }: FilterChipsProps) {
  const name = useId();
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{label}</legend>
      {chips.map(({ kind, label: text, count }) => (
        <label
          key={kind}
          className={clsx(
            'inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 text-sm outline-accent has-focus-visible:outline-2 pointer-coarse:min-h-11',
            kind === chosen
              ? 'border-ink bg-ink text-page'
              : 'border-edge text-soft hover:border-accent hover:bg-tint hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            checked={kind === chosen}
            onChange={() => onChoose(kind)}
            className="sr-only"
          />
          {text}
          <span className={kind === chosen ? undefined : 'text-faint'}>{formatCount(count)}</span>
        </label>
      ))}
    </fieldset>
  );
}

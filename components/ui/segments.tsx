import { clsx } from 'clsx';
import { useId } from 'react';

export interface SegmentsProps<Value extends string> {
  /** What is chosen: "Compare tasks by". */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in view: radio buttons in a row. */
export function Segments<Value extends string>({ label, options, value, onChange }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="inline-flex rounded border border-edge">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            'inline-flex min-h-7 items-center border-edge px-2.5 text-sm outline-accent first-of-type:rounded-l-[5px] last-of-type:rounded-r-[5px] not-first-of-type:border-l has-focus-visible:z-1 has-focus-visible:outline-2 pointer-coarse:min-h-11',
            option.value === value
              ? 'bg-ink font-medium text-page'
              : 'text-soft hover:bg-tint hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

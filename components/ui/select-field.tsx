import { clsx } from 'clsx';

export interface SelectFieldProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
}

/** The browser's own select: every keyboard and every phone knows it. */
export function SelectField({ label, options, value, onChange, className }: SelectFieldProps) {
  return (
    <label className="inline-flex min-w-0 items-center gap-2 text-sm">
      <span className="text-soft">{label}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={clsx(
          'min-h-8 min-w-0 max-w-56 rounded border border-edge bg-panel px-2 text-ink text-sm pointer-coarse:min-h-11',
          className,
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

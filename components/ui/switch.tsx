import { useId } from 'react';

export interface SwitchProps {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, hint, on, onChange }: SwitchProps) {
  const hintId = useId();
  return (
    <label className="flex items-start gap-3">
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 h-5 w-9 shrink-0 appearance-none rounded-full border border-edge bg-sunken before:m-0.5 before:block before:size-3.5 before:rounded-full before:bg-edge before:transition-transform checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-panel"
      />
      <span className="grid">
        <span className="font-medium text-sm">{label}</span>
        {hint ? (
          <span id={hintId} className="text-faint text-xs">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}

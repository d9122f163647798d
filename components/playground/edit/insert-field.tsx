import { clsx } from 'clsx';
import { useId } from 'react';
import { SelectField } from '#components/ui/select-field.tsx';
import { type Field, namesIn } from './insertable.ts';

export interface InsertFieldProps {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Names that would do, where the field asks for names. */
  readonly names: readonly string[];
}

/** More names than that are not offered one by one. */
const MOST_NAMES = 24;

/** One thing that an operation has to be told: a text, one of a few, or names to take from those that are there. */
export function InsertField({ field, value, onChange, names }: InsertFieldProps) {
  const id = useId();
  if (field.kind === 'choice' || field.kind === 'frame') {
    const choices = field.kind === 'choice' ? (field.choices ?? []) : names;
    return choices.length === 0 ? (
      <p className="text-soft">No DataFrame has a name there.</p>
    ) : (
      <SelectField
        label={field.label}
        options={choices.map((choice) => ({ value: choice, label: choice }))}
        value={value}
        onChange={onChange}
      />
    );
  }
  const isOne = field.kind === 'column';
  const chosen = isOne ? [value.trim()] : namesIn(value);
  const toggle = (name: string) => {
    const others = isOne ? [] : chosen.filter((each) => each !== name);
    onChange((chosen.includes(name) ? others : [...others, name]).join(', '));
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-soft">
        {field.label}
      </label>
      <input
        id={id}
        type="text"
        inputMode={field.kind === 'number' ? 'numeric' : undefined}
        autoComplete="off"
        spellCheck={false}
        value={value}
        placeholder={field.placeholder}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-8 min-w-0 rounded border border-edge bg-panel px-2 text-sm placeholder:text-faint pointer-coarse:min-h-11"
      />
      {field.kind === 'text' || field.kind === 'number' || names.length === 0 ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be named again by its legend
        <div
          role="group"
          aria-label={`${field.label}: those that are there`}
          className="flex flex-wrap gap-1"
        >
          {names.slice(0, MOST_NAMES).map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={chosen.includes(name)}
              onClick={() => toggle(name)}
              className={clsx(
                'wrap-anywhere min-h-6 rounded border px-1.5 text-left font-mono text-xs pointer-coarse:min-h-11',
                chosen.includes(name)
                  ? 'border-ink bg-ink text-page'
                  : 'border-edge bg-panel text-ink hover:border-accent hover:bg-tint',
              )}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

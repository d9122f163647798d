import { type KeyboardEvent, useId, useState } from 'react';

export interface EntryFieldProps {
  readonly label: string;
  readonly value: string;
  /** Shown while nothing is typed: what holds then. */
  readonly placeholder: string;
  /** Takes the text, or says why it cannot be taken. */
  readonly onTake: (text: string) => string | undefined;
}

/** A text that counts when it is finished: with Enter, or when the field is left. Escape takes the typing back. */
export function EntryField({ label, value, placeholder, onTake }: EntryFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const take = () => {
    if (typed === undefined || typed === value) return setTyped(undefined);
    const wrong = onTake(typed);
    setProblem(wrong);
    if (wrong === undefined) setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape' && typed !== undefined) {
      event.preventDefault();
      setTyped(undefined);
      setProblem(undefined);
    }
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_9rem] items-center gap-x-3 text-sm">
      <label htmlFor={id} className="wrap-anywhere text-soft">
        {label}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={typed ?? value}
        placeholder={placeholder}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
        className="min-h-8 min-w-0 rounded border border-edge bg-panel px-2 text-right text-sm placeholder:text-faint aria-invalid:border-alert aria-invalid:border-dashed pointer-coarse:min-h-11"
      />
      {/* There all the time, or its text would not be read out. */}
      <p id={`${id}-problem`} role="alert" className="col-span-2 text-alert text-xs">
        {problem}
      </p>
    </div>
  );
}

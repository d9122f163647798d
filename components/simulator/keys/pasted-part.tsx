'use client';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { UserError } from '#lib/base/assert.ts';
import { setKnobs } from '../session/simulation.ts';
import { pastedKeys } from './own-weights.ts';

/** The result of groupBy(key).count(), pasted as it was printed. */
export function PastedPart() {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const take = () => {
    try {
      setKnobs(pastedKeys(text));
      setProblem(undefined);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      setProblem(`${error.message} ${error.hint ?? ''}`);
    }
  };
  return (
    <div className="grid content-start gap-2">
      <h3 className="font-medium text-sm">From counts</h3>
      <label htmlFor={id} className="text-soft text-sm">
        Paste the result of groupBy(key).count(), a key with its count a line.
      </label>
      <textarea
        id={id}
        rows={4}
        spellCheck={false}
        value={text}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        placeholder={'US, 120000\nDE, 4100'}
        onChange={(event) => setText(event.target.value)}
        className="w-full rounded border border-edge bg-panel px-2 py-1 font-mono text-sm placeholder:text-faint"
      />
      <p id={`${id}-problem`} role="alert" className="wrap-anywhere text-alert text-sm empty:hidden">
        {problem}
      </p>
      <Button className="w-fit" onClick={take}>
        Use these counts
      </Button>
    </div>
  );
}

'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { CodeBlock } from '#components/ui/code-block.tsx';
import type { Answer } from './answers.ts';

export interface AnsweredProps<T> {
  readonly answer: Answer<T>;
  /** What is being asked, after "Working out …". */
  readonly what: string;
  readonly children: (value: T) => ReactNode;
}

/** Shows an answer when it is there; a short wait shows nothing, so that the screen does not flicker. */
export function Answered<T>({ answer, what, children }: AnsweredProps<T>) {
  if (answer.state === 'ready') return children(answer.value);
  if (answer.state === 'waiting') return <Patience what={what} />;
  return (
    <div role="alert" className="grid gap-2">
      <p className="text-sm">
        <span className="font-medium">Could not work out {what}.</span> That is a defect in Shufflescope; the
        rest of the run is unaffected.
      </p>
      <CodeBlock label="the message" code={answer.message} />
    </div>
  );
}

const PATIENCE_MS = 400;

function Patience({ what }: { readonly what: string }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return <p className="min-h-5 text-faint text-sm">{long ? `Working out ${what} …` : ''}</p>;
}

'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Status } from '#components/ui/status.tsx';
import { SharedContent } from './content/shared-content.tsx';
import { LinkProblem } from './link-problem.tsx';
import { sharedTitle } from './shared-title.ts';
import { useReadLink } from './use-read-link.ts';

/** What a link carries inside of another page, for teaching: what can be seen first, what it means when asked for. */
export function EmbedScreen() {
  const link = useReadLink();
  const [shown, setShown] = useState(false);
  if (!link) return <h1 className="sr-only">Shared</h1>;
  const { problem, content } = link;
  if (!content) {
    return <div className="p-4">{problem ? <LinkProblem problem={problem} link={link} /> : null}</div>;
  }
  const { state, exercise } = content;
  const hasAnswer = state.kind === 'analysis' || state.kind === 'insight' || exercise !== null;
  return (
    <div className="grid gap-4 p-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="wrap-anywhere font-semibold text-lg">{sharedTitle(state)}</h1>
        <a
          href={`/shared${location.hash}`}
          target="_blank"
          rel="noreferrer"
          className="text-accent text-sm underline underline-offset-4"
        >
          Open in Shufflescope
        </a>
      </header>
      {problem ? <LinkProblem problem={problem} link={link} /> : null}
      {exercise ? <p className="max-w-prose whitespace-pre-line font-medium">{exercise.question}</p> : null}
      {hasAnswer ? (
        <Button className="w-fit" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide the answer' : 'Show the answer'}
        </Button>
      ) : null}
      <Status hidden>{hasAnswer && shown ? 'The answer is shown below' : ''}</Status>
      {shown && exercise ? (
        <p className="max-w-prose whitespace-pre-line rounded border border-line bg-panel p-4">
          {exercise.answer}
        </p>
      ) : null}
      <SharedContent state={state} withoutAnswer={!shown} />
    </div>
  );
}

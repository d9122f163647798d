'use client';
import { lazy, Suspense, useState } from 'react';
import { Panel } from '#components/ui/panel.tsx';
import { plural } from '#lib/base/format.ts';
import { dueRecalls, type Recall } from '#lib/learn/recall/recall.ts';
import type { Outline } from '#lib/learn/scenario/outline.ts';
import { returnWords, waitingWords } from './recall-words.ts';

export interface RecallPanelProps {
  readonly outlines: readonly Outline[];
  /** By scenario. */
  readonly recalls: Readonly<Record<string, Recall>>;
}

const RecallQuestion = lazy(async () => ({
  default: (await import('./recall-question.tsx')).RecallQuestion,
}));

/** Questions of finished scenarios that are back after days; the one that waited longest is asked at once. */
export function RecallPanel({ outlines, recalls }: RecallPanelProps) {
  /** Once it is answered it is due no more, and stays until it was looked at. */
  const [shown, setShown] = useState<string>();
  const now = Date.now();
  const known = outlines.flatMap(({ id }) => {
    const recall = recalls[id];
    return recall ? [{ ...recall, scenario: id }] : [];
  });
  if (known.length === 0) return null;
  const due = dueRecalls(known, now).map(({ scenario }) => scenario);
  const asked = shown ?? due[0];
  // What is asked is held, as it stops being due with its answer.
  if (asked !== shown) setShown(asked);
  const outline = outlines.find(({ id }) => id === asked);
  const recall = known.find(({ scenario }) => scenario === asked);
  const others = due.filter((scenario) => scenario !== asked);
  return (
    <Panel
      title="Back for you"
      aside={
        <span className="text-soft text-sm">{due.length > 0 ? plural(due.length, 'question') : ''}</span>
      }
    >
      {outline && recall ? (
        <Suspense fallback={<p className="text-soft text-sm">Fetching the question …</p>}>
          <RecallQuestion
            key={outline.id}
            outline={outline}
            returns={returnWords(recall, now)}
            next={{
              label: others.length > 0 ? 'Next question' : 'Done',
              go: () => setShown(others[0]),
            }}
          />
        </Suspense>
      ) : (
        <p className="text-sm">{waitingWords(known, now)}</p>
      )}
    </Panel>
  );
}

'use client';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { NoteStrip } from '#components/ui/note-strip.tsx';
import { plural } from '#lib/base/format.ts';
import { type Kind, kindName, type SharedState } from '#lib/share/kinds/kinds.ts';
import { type ReadLink, readLink } from '#lib/share/link.ts';
import { CATEGORIES } from '#lib/share/redaction/categories.ts';
import { ExerciseAnswer } from './exercise-answer.tsx';
import { LINK_PROBLEMS } from './link-problem-words.ts';

/** Opens a state in its place. Gives the way back to what was there before; undefined where there is nothing to open. */
export type TakeState = (state: SharedState) => Promise<(() => void) | undefined>;

export interface ArrivedLinkProps {
  /** Without the `#`. */
  readonly fragment: string;
  readonly kind: Kind;
  readonly take: TakeState;
  readonly onDismiss: () => void;
}

interface Arrived {
  readonly link: ReadLink;
  readonly back: (() => void) | undefined;
}

/** Takes the link out of the address, opens what it holds, and tells what became of it. */
export function ArrivedLink({ fragment, kind, take, onDismiss }: ArrivedLinkProps) {
  const [arrived, setArrived] = useState<Arrived>();
  const isTaken = useRef(false);
  useEffect(() => {
    if (isTaken.current) return;
    isTaken.current = true;
    const { pathname, search } = location;
    // What is changed from now on would not be in it, and a reload would undo the changes.
    history.replaceState(history.state, '', pathname + search);
    const link = readLink(fragment);
    const state = link.content?.state;
    if (state?.kind === kind) void take(state).then((back) => setArrived({ link, back }));
    else setArrived({ link, back: undefined });
  }, [fragment, kind, take]);
  if (!arrived) return null;
  const { link, back } = arrived;
  const goBack = () => {
    back?.();
    onDismiss();
  };
  return (
    <NoteStrip
      isProblem={link.problem !== undefined || back === undefined}
      onDismiss={onDismiss}
      actions={
        <>
          {back ? <Button onClick={goBack}>Back to what you had</Button> : null}
          <Link
            href={`/shared#${fragment}`}
            prefetch={false}
            className="rounded px-2 font-medium text-accent underline underline-offset-4"
          >
            What the link holds
          </Link>
        </>
      }
    >
      <Words arrived={arrived} kind={kind} />
      {back && link.content?.exercise ? <ExerciseAnswer exercise={link.content.exercise} /> : null}
    </NoteStrip>
  );
}

function Words({ arrived, kind }: { readonly arrived: Arrived; readonly kind: Kind }) {
  const { link, back } = arrived;
  const { problem, content, lost } = link;
  const problemWords = problem && LINK_PROBLEMS[problem];
  if (!content || !back) {
    const other = content && content.state.kind !== kind ? content.state.kind : undefined;
    return (
      <p>
        <span className="font-medium">
          {problemWords?.title ??
            (other
              ? `This link shows ${kindName(other)}`
              : 'This link holds nothing that can be opened here')}
          .
        </span>{' '}
        {problemWords ? `${problemWords.reason(link)} ${problemWords.next} ` : ''}
        Nothing was changed here.
      </p>
    );
  }
  const hidden = CATEGORIES.filter(({ id }) => content.hidden.includes(id));
  return (
    <p>
      <span className="font-medium">
        {problemWords
          ? `${problemWords.title}. What could be read of it is open`
          : `Opened from a link${content.made === null ? '' : ` of ${content.made}`}`}
        .
      </span>{' '}
      {lost.length > 0 ? `${plural(lost.length, 'part')} of it could not be read. ` : ''}
      {hidden.length > 0
        ? `The sender hid: ${hidden.map(({ label }) => label.toLowerCase()).join(', ')}.`
        : ''}
    </p>
  );
}

import { useEffect, useRef, useState } from 'react';
import type { EditAnswer, GraphEdit, SourceEdit } from '#lib/pyspark/edit/graph-edit.ts';
import type { ProgramView } from '#lib/pyspark/view/program-view.ts';
import { planEdit } from '../session/playground-session.ts';
import { type Followed, followEdit } from './follow-edit.ts';

/** Why an edit was not made, and the same edit with its consequences where it has some elsewhere. */
export interface RefusedEdit {
  readonly why: string;
  readonly anyway: GraphEdit | undefined;
}

export interface GraphEditing {
  readonly refused: RefusedEdit | undefined;
  /** Whether it was made. */
  readonly make: (edit: GraphEdit) => Promise<boolean>;
  /** Takes the last one back; undefined where none was made here. */
  readonly undo: (() => void) | undefined;
}

/** Makes edits of the graph in the text, or says why not; what was said about another operation goes. */
export function useGraphEdit(
  place: number | undefined,
  view: ProgramView | undefined,
  onEdits: (edits: readonly SourceEdit[]) => void,
  onUndo: (edits: readonly SourceEdit[]) => void,
): GraphEditing {
  const [refused, setRefused] = useState<RefusedEdit>();
  const [made, setMade] = useState<Followed>();
  /** What an edit has put in another place is no other operation. */
  const expected = useRef<number>(undefined);
  useEffect(() => {
    if (place === expected.current) return;
    expected.current = place;
    setRefused(undefined);
    setMade(undefined);
  }, [place]);
  const follow = (changed: Followed) =>
    followEdit(changed, (now) => {
      expected.current = now;
    });
  const make = async (edit: GraphEdit): Promise<boolean> => {
    const answer = await planEdit(edit);
    setRefused(refusalOf(edit, answer));
    if (!answer?.ok) return false;
    const { edits } = answer;
    const changed = { places: view?.places ?? [], place, edits };
    follow(changed);
    onEdits(edits);
    setMade(changed);
    return true;
  };
  const undo =
    made &&
    (() => {
      // The text is as it was, and so are its places.
      follow({ ...made, edits: [] });
      onUndo(made.edits);
      setMade(undefined);
    });
  return { refused, make, undo };
}

export function refusalOf(edit: GraphEdit, answer: EditAnswer | undefined): RefusedEdit | undefined {
  if (!answer) return { why: 'The text has changed meanwhile. Try it again.', anyway: undefined };
  if (answer.ok) return undefined;
  return { why: answer.why, anyway: answer.others ? { ...edit, alsoOthers: true } : undefined };
}

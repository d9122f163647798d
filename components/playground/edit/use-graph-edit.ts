import { useEffect, useState } from 'react';
import type { EditAnswer, GraphEdit, SourceEdit } from '#lib/pyspark/edit/graph-edit.ts';
import { planEdit } from '../session/playground-session.ts';

/** Why an edit was not made, and the same edit with its consequences where it has some elsewhere. */
export interface RefusedEdit {
  readonly why: string;
  readonly anyway: GraphEdit | undefined;
}

export interface GraphEditing {
  readonly refused: RefusedEdit | undefined;
  readonly make: (edit: GraphEdit) => void;
}

/** Makes edits of the graph in the text, or says why not. What was said about another place goes. */
export function useGraphEdit(
  place: number | undefined,
  onEdits: (edits: readonly SourceEdit[]) => void,
): GraphEditing {
  const [refused, setRefused] = useState<RefusedEdit>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is the reason
  useEffect(() => setRefused(undefined), [place]);
  const make = (edit: GraphEdit) => {
    void planEdit(edit).then((answer) => {
      setRefused(refusalOf(edit, answer));
      if (answer?.ok) onEdits(answer.edits);
    });
  };
  return { refused, make };
}

export function refusalOf(edit: GraphEdit, answer: EditAnswer | undefined): RefusedEdit | undefined {
  if (!answer) return { why: 'The text has changed meanwhile. Try it again.', anyway: undefined };
  if (answer.ok) return undefined;
  return { why: answer.why, anyway: answer.others ? { ...edit, alsoOthers: true } : undefined };
}

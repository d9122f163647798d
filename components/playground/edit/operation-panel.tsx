'use client';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type GraphIndex, placeOf, type Stop } from '#components/graph/graph-index.ts';
import { Button } from '#components/ui/button.tsx';
import type { SourceEdit } from '#lib/pyspark/edit/graph-edit.ts';
import type { ProgramView } from '#lib/pyspark/view/program-view.ts';
import { operationForm } from '../session/playground-session.ts';
import type { OperationForm } from '../worker/protocol.ts';
import { ArgumentFields } from './argument-fields.tsx';
import { InsertForm } from './insert-form.tsx';
import { JoinForm } from './join-form.tsx';
import { MoveForm } from './move-form.tsx';
import { upstreamPlaces } from './upstream-places.ts';
import { type RefusedEdit, useGraphEdit } from './use-graph-edit.ts';

export interface OperationPanelProps {
  readonly stop: Stop;
  readonly index: GraphIndex;
  /** Of what is shown: another one asks for the form again. */
  readonly view: ProgramView | undefined;
  readonly onEdits: (edits: readonly SourceEdit[]) => void;
  /** Takes the last step back in the files that edits have changed. */
  readonly onUndo: (edits: readonly SourceEdit[]) => void;
}

/** Changes the program at an operation of the graph: what it is, what is around it, or that it is there at all. */
export function OperationPanel({ stop, index, view, onEdits, onUndo }: OperationPanelProps) {
  const place = placeOf(stop);
  const upstream = useMemo(() => upstreamPlaces(stop, index), [stop, index]);
  const found = useOperationForm(place, upstream, view);
  const heading = useRef<HTMLHeadingElement>(null);
  const { refused, make, undo } = useGraphEdit(place, view, onEdits, onUndo);
  if (!found) return null;
  const { at, form, givesFrame, insertion, here, moves } = found;
  const name = `${form.method}()`;
  const isCache = /^(cache|persist)$/.test(form.method);
  const inserting = (
    <Part title="Insert an operation">
      <InsertForm insertion={insertion} here={here} onEdit={make} />
    </Part>
  );
  return (
    <section aria-label={`Change ${name}`} className="mt-4 grid gap-4 border-line border-t pt-3 text-sm">
      <h3 ref={heading} tabIndex={-1} className="font-semibold">
        Change {name} in the code
      </h3>
      {/* Whoever chose an edge is asking what could be on it. */}
      {here === undefined ? null : inserting}
      <div className="grid gap-3">
        <ArgumentFields
          form={form}
          onArguments={(texts) => void make({ kind: 'arguments', at, arguments: texts })}
        />
        {/join/i.test(form.method) ? <JoinForm at={at} onEdit={make} /> : null}
        <p className="flex flex-wrap gap-2">
          <Button
            onClick={() => {
              // The next Enter is not to delete what takes its place.
              void make({ kind: 'delete', at }).then((isMade) => isMade && heading.current?.focus());
            }}
          >
            Delete {name}
          </Button>
          {givesFrame ? (
            <Button onClick={() => void make({ kind: isCache ? 'uncache' : 'cache', at })}>
              {isCache ? 'Take the cache away' : 'Cache its result'}
            </Button>
          ) : null}
        </p>
      </div>
      {moves.up || moves.down ? (
        <Part title="Another order">
          <MoveForm moves={moves} onEdit={make} />
        </Part>
      ) : null}
      {here === undefined ? inserting : null}
      <Refusal refused={refused} onAnyway={make} />
      <div role="status" className="flex flex-wrap items-center gap-2">
        {undo === undefined ? null : (
          <>
            The code is changed.
            <Button
              onClick={() => {
                undo();
                heading.current?.focus();
              }}
            >
              Undo it
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function useOperationForm(
  place: number | undefined,
  upstream: readonly number[],
  view: ProgramView | undefined,
): OperationForm | undefined {
  const [found, setFound] = useState<OperationForm>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another prediction may give another form
  useEffect(() => {
    let isWanted = true;
    if (place === undefined) setFound(undefined);
    else
      void operationForm(place, upstream).then((form) => {
        if (isWanted) setFound(form);
      });
    return () => {
      isWanted = false;
    };
  }, [place, upstream, view]);
  return found;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-2">
      <h4 className="font-medium">{title}</h4>
      {children}
    </div>
  );
}

interface RefusalProps {
  readonly refused: RefusedEdit | undefined;
  readonly onAnyway: (edit: NonNullable<RefusedEdit['anyway']>) => void;
}

/** There all the time, or its text would not be read out. */
function Refusal({ refused, onAnyway }: RefusalProps) {
  const anyway = refused?.anyway;
  return (
    <div role="alert" className="grid gap-2">
      {refused === undefined ? null : <p>{refused.why}</p>}
      {anyway === undefined ? null : (
        <p>
          <Button onClick={() => onAnyway(anyway)}>Change all of them</Button>
        </p>
      )}
    </div>
  );
}

'use client';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { SourceEdit } from '#lib/pyspark/edit/graph-edit.ts';
import type { ProgramView } from '#lib/pyspark/view/program-view.ts';
import { EntryField } from '../context/entry-field.tsx';
import { operationForm } from '../session/playground-session.ts';
import type { OperationForm } from '../worker/protocol.ts';
import { InsertForm } from './insert-form.tsx';
import { JoinForm } from './join-form.tsx';
import { useGraphEdit } from './use-graph-edit.ts';

export interface OperationPanelProps {
  readonly place: number | undefined;
  /** Of what is shown: another one asks for the form again. */
  readonly view: ProgramView | undefined;
  readonly onEdits: (edits: readonly SourceEdit[]) => void;
}

/** Changes the program at an operation of the graph: its arguments, what comes after it, or that it is there at all. */
export function OperationPanel({ place, view, onEdits }: OperationPanelProps) {
  const [found, setFound] = useState<OperationForm>();
  const { refused, make } = useGraphEdit(place, onEdits);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another prediction may give another form
  useEffect(() => {
    let isWanted = true;
    if (place === undefined) setFound(undefined);
    else
      void operationForm(place).then((form) => {
        if (isWanted) setFound(form);
      });
    return () => {
      isWanted = false;
    };
  }, [place, view]);
  if (!found) return null;
  const { at, form } = found;
  const name = `${form.method}()`;
  return (
    <section aria-label={`Change ${name}`} className="mt-4 grid gap-3 border-line border-t pt-3 text-sm">
      <h3 className="font-semibold">Change {name} in the code</h3>
      {form.why === undefined ? null : <p className="text-soft">{form.why}</p>}
      {form.arguments.map(({ name: keyword, parameter, text, why }, index) => {
        const label = keyword ?? parameter ?? `Argument ${index + 1}`;
        const isFixed = form.why !== undefined || why !== undefined;
        return isFixed ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: an argument is its turn
          <p key={index} className="wrap-anywhere text-soft">
            {label} <code className="font-mono text-xs">{text}</code> {why}
          </p>
        ) : (
          <EntryField
            // biome-ignore lint/suspicious/noArrayIndexKey: an argument is its turn
            key={index}
            label={label}
            value={text}
            placeholder=""
            onTake={(typed) => {
              const texts = form.arguments.map((each, i) => ({
                ...(each.name === undefined ? {} : { name: each.name }),
                text: i === index ? typed : each.text,
              }));
              make({ kind: 'arguments', at, arguments: texts.filter((each) => each.text.trim() !== '') });
              return undefined;
            }}
          />
        );
      })}
      {/join/i.test(form.method) ? <JoinForm at={at} onEdit={make} /> : null}
      <p className="flex flex-wrap gap-2">
        <Button onClick={() => make({ kind: 'delete', at })}>Delete {name}</Button>
        {/^(cache|persist)$/.test(form.method) ? (
          <Button onClick={() => make({ kind: 'uncache', at })}>Take the cache away</Button>
        ) : (
          <Button onClick={() => make({ kind: 'cache', at })}>Cache its result</Button>
        )}
      </p>
      <InsertForm at={at} onEdit={make} />
      <div role="alert" className="grid gap-2">
        {refused === undefined ? null : (
          <>
            <p>{refused.why}</p>
            {refused.anyway === undefined ? null : (
              <p>
                <Button onClick={() => refused.anyway && make(refused.anyway)}>Change all of them</Button>
              </p>
            )}
          </>
        )}
      </div>
    </section>
  );
}

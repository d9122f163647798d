'use client';
import { useId, useRef } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { formatCount } from '#lib/base/format.ts';
import { keyColumnText } from '#lib/simulator/distribution/key-column.ts';
import { setKnobs } from '../session/simulation.ts';
import { chooseColumn, giveKeyFile, keyFile } from './key-file-state.ts';

/** A column of a text file whose values are the keys: counted and hashed here, in the tab. */
export function KeyFilePart() {
  const state = useStore(keyFile);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const column = state.file?.columns[state.column];
  const isUsable = column !== undefined && column.keys.length > 0;
  return (
    <div className="grid content-start gap-2">
      <h3 className="font-medium text-sm">From a column of a file</h3>
      <p className="text-soft text-sm">
        Drop a CSV anywhere on this page, or choose one. Its values are counted and hashed in this tab, and
        stay in it.
      </p>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt"
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void giveKeyFile(file, file.name);
        }}
      />
      <Button className="w-fit" onClick={() => input.current?.click()}>
        Choose a CSV
      </Button>
      <div role="status" className="grid gap-2 text-sm">
        {state.reading ? <p className="text-soft">Counting the values of {state.name} …</p> : null}
        {state.refusal ? (
          <p className="wrap-anywhere rounded border border-alert border-dashed px-3 py-2">
            <span className="font-medium">{state.name}:</span> {state.refusal.message} {state.refusal.hint}
          </p>
        ) : null}
        {state.file ? (
          <>
            <p className="wrap-anywhere">
              <span className="font-medium">{state.name}</span>: {formatCount(state.file.rows)} rows
            </p>
            <label htmlFor={id} className="grid gap-1">
              <span className="text-soft">Column with the keys</span>
              <select
                id={id}
                value={state.column}
                onChange={(event) => chooseColumn(Number(event.target.value))}
                className="min-h-8 min-w-0 rounded border border-edge bg-panel px-2 pointer-coarse:min-h-11"
              >
                {state.file.columns.map(({ name }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: names may occur twice
                  <option key={index} value={index}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            {column ? <p className="text-soft">{keyColumnText(column)}</p> : null}
            <Button
              className="w-fit"
              unavailable={isUsable ? undefined : 'This column has no keys to take'}
              onClick={() => {
                if (column) setKnobs({ keyShape: 'weights', weights: column.counts, keyNames: column.keys });
              }}
            >
              Use these keys
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
}

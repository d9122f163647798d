'use client';
import { useEffect, useRef, useState } from 'react';
import { fileTaker } from '#components/shell/files/file-taker.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { saveFile } from '#components/ui/save-file.ts';
import { isProgressStart } from '#lib/learn/progress/progress-file.ts';
import { exportProgress, forgetProgress } from '../session/progress.ts';
import { type ImportOutcome, importFile } from './import-file.ts';

/** What was learned is this browser’s: to take along, to bring back, to forget. */
export function ProgressPanel() {
  const input = useRef<HTMLInputElement>(null);
  const [imported, setImported] = useState<ImportOutcome>();
  const [isForgetting, setForgetting] = useState(false);
  useEffect(() => {
    fileTaker.set({
      words: 'A progress file is taken over.',
      // A log may be called .json as well.
      accepts: async ([file, ...others]) =>
        file !== undefined && others.length === 0 && isProgressStart(await file.blob.slice(0, 200).text()),
      take: ([file]) => void importFile(file!.blob).then(setImported),
    });
    return () => fileTaker.set(undefined);
  }, []);
  const save = () =>
    saveFile('shufflescope-progress.json', new Blob([exportProgress()], { type: 'application/json' }));
  const forget = () => {
    forgetProgress();
    setForgetting(false);
    setImported({ isRefused: false, lines: ['Everything that was known of you here is forgotten.'] });
  };
  return (
    <Panel title="Your progress">
      <p className="max-w-prose text-sm">
        It is kept in this browser only. No account is needed, and nothing is sent.
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={save}>Export progress</Button>
        <Button onClick={() => input.current?.click()}>Import progress</Button>
        <Button kind="quiet" onClick={() => setForgetting(true)}>
          Forget all
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json"
        tabIndex={-1}
        aria-hidden="true"
        aria-label="Progress file"
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = ''; // so that choosing the same file again is a change
          if (file) void importFile(file).then(setImported);
        }}
      />
      <div role="status" className="text-sm">
        {imported ? <Outcome outcome={imported} /> : null}
      </div>
      <Dialog open={isForgetting} onOpenChange={setForgetting} title="Forget all progress?">
        <div className="grid gap-4 p-4">
          <p className="max-w-prose text-sm">
            Steps, answers, your sentences and the questions that come back are deleted from this browser.
            Only a file that you exported before can bring them back.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button kind="primary" onClick={forget}>
              Forget all
            </Button>
            <Button onClick={save}>Export first</Button>
            <Button onClick={() => setForgetting(false)}>Keep it</Button>
          </div>
        </div>
      </Dialog>
    </Panel>
  );
}

function Outcome({ outcome: { isRefused, lines } }: { readonly outcome: ImportOutcome }) {
  const look = isRefused ? 'border-alert border-dashed' : 'border-line';
  return (
    <ul className={`wrap-anywhere mt-3 grid gap-1 rounded border px-3 py-2 ${look}`}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

'use client';
import type { EditorView } from '@codemirror/view';
import { useEffect, useMemo, useRef } from 'react';
import { useActions } from '#components/shell/actions/use-actions.ts';
import { useStore } from '#components/shell/use-store.ts';
import { columnList } from '#lib/tables/queries/column-list.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { consoleDraft } from './console-draft.ts';
import { ConsoleHelp } from './console-help.tsx';
import { ConsoleOutcome } from './console-outcome.tsx';
import { cancelSql, consoleRun, forgetOtherLogs, runSql } from './console-run.ts';
import { RunBar } from './run-bar.tsx';
import { schemaItems } from './schema-items.ts';
import { SqlEditor } from './sql-editor.tsx';

/** Requests of other views to run SQL, as far as they were met. */
let runsDone = 0;

/** SQL over the tables of the run. */
export function ConsoleView() {
  const draft = useStore(consoleDraft);
  const run = useStore(consoleRun);
  const editor = useRef<EditorView>(null);
  const columns = useAnswer('column-list', columnList);
  const schema = useMemo(() => schemaItems(columns.state === 'ready' ? columns.value : []), [columns]);

  useEffect(() => {
    forgetOtherLogs();
    if (draft.runs === runsDone) return;
    runsDone = draft.runs;
    void runSql(draft.sql);
  }, [draft]);

  const start = () => void runSql(consoleDraft.get().sql);
  useActions(CONSOLE_ACTIONS);

  const write = (sql: string) => consoleDraft.set({ ...consoleDraft.get(), sql });
  const insert = (text: string) => {
    const view = editor.current;
    if (!view) return;
    view.dispatch(view.state.replaceSelection(text));
    view.focus();
  };
  const errorAt = run.state === 'failed' && run.sql === draft.sql ? run.error.at : undefined;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 gap-3">
        <div className="overflow-hidden rounded border border-line bg-panel">
          <SqlEditor
            text={draft.sql}
            onChange={write}
            onRun={start}
            schema={schema}
            errorAt={errorAt}
            onReady={(view) => {
              editor.current = view;
            }}
          />
          <RunBar run={run} onRun={start} onCancel={cancelSql} />
        </div>
        <ConsoleOutcome run={run} />
      </div>
      <ConsoleHelp
        schema={schema}
        onInsert={insert}
        onPick={(sql) => {
          write(sql);
          void runSql(sql);
        }}
      />
    </div>
  );
}

const CONSOLE_ACTIONS = [
  {
    id: 'run-sql',
    label: 'Run the SQL',
    section: 'SQL console',
    keys: 'mod+Enter',
    perform: () => void runSql(consoleDraft.get().sql),
  },
  {
    id: 'cancel-sql',
    label: 'Cancel the running SQL',
    section: 'SQL console',
    enabled: () => consoleRun.get().state === 'running' || { reason: 'nothing is running' },
    perform: cancelSql,
  },
];

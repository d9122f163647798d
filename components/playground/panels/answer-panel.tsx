'use client';
import { useEffect, useMemo, useState } from 'react';
import { indexGraph } from '#components/graph/graph-index.ts';
import { StopDetail } from '#components/graph/stop-detail.tsx';
import { useStore } from '#components/shell/use-store.ts';
import { type TabItem, Tabs } from '#components/ui/tabs.tsx';
import type { SourceEdit } from '#lib/pyspark/edit/graph-edit.ts';
import { ContextPanel } from '../context/context-panel.tsx';
import { OperationPanel } from '../edit/operation-panel.tsx';
import { LineagePanel } from '../lineage/lineage-panel.tsx';
import { playground } from '../session/playground-session.ts';
import { SimulateLink } from '../simulate/simulate-link.tsx';
import { VersionList } from '../versions/version-list.tsx';
import type { Finding } from '../worker/protocol.ts';
import { ActionList } from './action-list.tsx';
import { ExplainPlan } from './explain-plan.tsx';
import { FindingList } from './finding-list.tsx';
import { UnknownList } from './unknown-list.tsx';

export interface AnswerPanelProps {
  /** The stop that is looked at in the graph. */
  readonly stop: string | undefined;
  readonly onPlace: (place: number) => void;
  readonly onGo: (file: string, offset: number) => void;
  readonly onFix: (finding: Finding) => void;
  readonly onEdits: (edits: readonly SourceEdit[]) => void;
  readonly onUndo: (edits: readonly SourceEdit[]) => void;
  /** Left out: all of them. */
  readonly answers?: readonly Answer[];
}

export type Answer = 'actions' | 'findings' | 'unknown' | 'selected' | 'context' | 'versions' | 'lineage';

/** What there is to say beside the graph. */
export function AnswerPanel({ stop, onPlace, onGo, onFix, onEdits, onUndo, answers }: AnswerPanelProps) {
  const { shown, latest, findings, files, selection, settings } = useStore(playground);
  const [answer, setAnswer] = useState<Answer>('actions');
  // What somebody chose in the graph is what they want to know about; the cursor in the code is not asking.
  useEffect(() => {
    if (selection.stop !== undefined) setAnswer('selected');
  }, [selection.stop]);
  const several = files.length > 1;
  const index = useMemo(() => shown && indexGraph(shown.graph), [shown]);
  const selected = index?.stop(stop);
  const items: readonly TabItem<Answer>[] = [
    { id: 'actions', label: 'Actions', count: shown?.view.lanes.length ?? 0 },
    { id: 'findings', label: 'Findings', count: findings?.length ?? 0 },
    { id: 'unknown', label: 'Unknown', count: latest?.unresolved.length ?? 0 },
    { id: 'selected', label: 'Selected' },
    { id: 'lineage', label: 'Lineage' },
    { id: 'context', label: 'Context' },
    { id: 'versions', label: 'Versions' },
  ];
  return (
    <Tabs
      label="Answers"
      wrap
      items={items.filter(({ id }) => answers?.includes(id) ?? true)}
      value={answer}
      onChange={setAnswer}
    >
      {answer === 'actions' && shown ? (
        <>
          <ActionList view={shown.view} several={several} onPlace={onPlace} />
          <ExplainPlan
            view={shown.view}
            graph={shown.graph}
            spark={settings.spark}
            ruleIds={[...new Set(findings?.map(({ id }) => id) ?? [])]}
          />
        </>
      ) : null}
      {answer === 'findings' ? (
        <FindingList findings={findings} several={several} onGo={onGo} onFix={onFix} />
      ) : null}
      {answer === 'unknown' ? (
        <UnknownList unresolved={latest?.unresolved ?? []} several={several} onGo={onGo} />
      ) : null}
      {answer === 'lineage' && shown ? <LineagePanel view={shown.view} several={several} /> : null}
      {answer === 'context' ? <ContextPanel /> : null}
      {answer === 'versions' ? <VersionList /> : null}
      {answer === 'selected' ? (
        <div className="p-3">
          {index && selected ? (
            <>
              <StopDetail stop={selected} index={index} />
              {selected.kind === 'edge' ? (
                <SimulateLink edge={selected.edge} index={index} settings={settings} />
              ) : null}
              <OperationPanel
                stop={selected}
                index={index}
                view={shown?.view}
                onEdits={onEdits}
                onUndo={onUndo}
              />
            </>
          ) : (
            <p className="text-soft text-sm">
              Choose an operator or a shuffle in the graph, or put the cursor on a call in the code.
            </p>
          )}
        </div>
      ) : null}
    </Tabs>
  );
}

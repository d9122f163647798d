'use client';
import { useEffect, useMemo, useState } from 'react';
import { indexGraph } from '#components/graph/graph-index.ts';
import { StopDetail } from '#components/graph/stop-detail.tsx';
import { useStore } from '#components/shell/use-store.ts';
import { Tabs } from '#components/ui/tabs.tsx';
import { playground } from '../session/playground-session.ts';
import type { Finding } from '../worker/protocol.ts';
import { ActionList } from './action-list.tsx';
import { FindingList } from './finding-list.tsx';
import { UnknownList } from './unknown-list.tsx';

export interface AnswerPanelProps {
  /** The stop that is looked at in the graph. */
  readonly stop: string | undefined;
  readonly onPlace: (place: number) => void;
  readonly onGo: (file: string, offset: number) => void;
  readonly onFix: (finding: Finding) => void;
}

type Answer = 'actions' | 'findings' | 'unknown' | 'selected';

/** What there is to say beside the graph. */
export function AnswerPanel({ stop, onPlace, onGo, onFix }: AnswerPanelProps) {
  const { shown, latest, findings, files, selection } = useStore(playground);
  const [answer, setAnswer] = useState<Answer>('actions');
  // What somebody chose in the graph is what they want to know about; the cursor in the code is not asking.
  useEffect(() => {
    if (selection.stop !== undefined) setAnswer('selected');
  }, [selection.stop]);
  const several = files.length > 1;
  const index = useMemo(() => shown && indexGraph(shown.graph), [shown]);
  const selected = index?.stop(stop);
  return (
    <Tabs
      label="Answers"
      items={[
        { id: 'actions', label: 'Actions', count: shown?.view.lanes.length ?? 0 },
        { id: 'findings', label: 'Findings', count: findings?.length ?? 0 },
        { id: 'unknown', label: 'Unknown', count: latest?.unresolved.length ?? 0 },
        { id: 'selected', label: 'Selected' },
      ]}
      value={answer}
      onChange={setAnswer}
    >
      {answer === 'actions' && shown ? (
        <ActionList view={shown.view} several={several} onPlace={onPlace} />
      ) : null}
      {answer === 'findings' ? (
        <FindingList findings={findings} several={several} onGo={onGo} onFix={onFix} />
      ) : null}
      {answer === 'unknown' ? (
        <UnknownList unresolved={latest?.unresolved ?? []} several={several} onGo={onGo} />
      ) : null}
      {answer === 'selected' ? (
        <div className="p-3">
          {index && selected ? (
            <StopDetail stop={selected} index={index} />
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

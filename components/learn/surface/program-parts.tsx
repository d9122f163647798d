'use client';
import { useEffect, useRef, useState } from 'react';
import type { PythonEditor } from '#components/playground/editor/python-editor.ts';
import { GraphPane } from '#components/playground/graph-pane.tsx';
import { type Answer, AnswerPanel } from '#components/playground/panels/answer-panel.tsx';
import type { PaneName } from '#components/playground/panes/panes.tsx';
import { playground } from '#components/playground/session/playground-session.ts';
import { useLinks } from '#components/playground/use-links.ts';
import { useStore } from '#components/shell/use-store.ts';
import { Segments } from '#components/ui/segments.tsx';
import { useWidth } from '#components/ui/use-width.ts';
import { CodePart } from './code-part.tsx';
import { PointingGraph } from './pointing-graph.tsx';
import type { StepSurfaceProps } from './step-surface.tsx';

/** What is said beside code and graph while a program is worked on. */
const ANSWERS: readonly Answer[] = ['actions', 'findings', 'selected'];
const PANES: readonly { readonly value: PaneName; readonly label: string }[] = [
  { value: 'code', label: 'Code' },
  { value: 'graph', label: 'Graph' },
];
/** In px: below it code and graph are shown one at a time. */
const BOTH = 560;

/**
 * The parts of the playground that a step shows. A program that is not worked on cannot be changed, and until its question
 * is answered nothing is said about it beyond the view that the step asks for.
 */
export function ProgramParts({ surface, levers, onPoint, pointed, isOpen }: StepSurfaceProps) {
  const state = useStore(playground);
  const editor = useRef<PythonEditor>(undefined);
  const graphBox = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const isNarrow = width > 0 && width < BOTH;
  const isWork = levers.length > 0;
  const hasGraph = isWork || surface.view !== 'code';
  const [pane, setPane] = useState<PaneName>(hasGraph && !isWork ? 'graph' : 'code');
  const links = useLinks(state, { editor, graphBox, onPane: setPane });
  const isHidden = (name: PaneName) => hasGraph && isNarrow && pane !== name;
  const tells = onPoint === undefined && isOpen !== true;
  const onLine = onPoint && !hasGraph ? (line: number) => onPoint(String(line)) : undefined;

  const { onStop } = links;
  useEffect(() => {
    if (pointed === undefined) return;
    if (hasGraph) onStop(pointed);
    else editor.current?.showLine(Number(pointed));
  }, [pointed, hasGraph, onStop]);

  const code = (
    <CodePart
      key="code"
      state={state}
      editor={editor}
      hidden={isHidden('code')}
      isShort={hasGraph}
      reading={isWork ? undefined : { tells, onLine }}
      onShowInGraph={links.onShowInGraph}
    />
  );
  const drawing = (
    <GraphPane state={state} links={onPoint ? { ...links, onEnter: onPoint } : links} hasOneView={!isWork} />
  );
  const graph = hasGraph ? (
    <section
      key="graph"
      ref={graphBox}
      aria-label="Graph"
      hidden={isHidden('graph')}
      className="h-[clamp(20rem,55dvh,32rem)] min-w-0 overflow-hidden rounded border border-line"
    >
      {onPoint ? <PointingGraph onPoint={onPoint}>{drawing}</PointingGraph> : drawing}
    </section>
  ) : null;
  return (
    <div ref={box} className="grid min-w-0 gap-2">
      {hasGraph && isNarrow ? (
        <div>
          <Segments label="What is shown" options={PANES} value={pane} onChange={setPane} />
        </div>
      ) : null}
      {isWork ? [code, graph] : [graph, code]}
      {isWork ? (
        <section aria-label="Answers" className="min-w-0 rounded border border-line bg-panel">
          <AnswerPanel {...links} answers={ANSWERS} />
        </section>
      ) : null}
    </div>
  );
}

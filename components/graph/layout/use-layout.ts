import { type Remote, wrap } from 'comlink';
import { useEffect, useState } from 'react';
import type { PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import type { LaidOut } from './laid-out.ts';
import type { LayoutWorker } from './layout.worker.ts';

/** A graph with its layout: they always belong together. */
export interface DrawnGraph {
  readonly graph: PlanGraph;
  readonly laid: LaidOut;
}

/** One for the page: it keeps what it has placed. */
let remote: Remote<LayoutWorker> | undefined;

function layoutWorker(): Remote<LayoutWorker> {
  remote ??= wrap<LayoutWorker>(
    new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }),
  );
  return remote;
}

/**
 * Lays a graph out in a worker. Until that is done the last one stays; of graphs that come meanwhile only the last is laid
 * out.
 */
export function useLayout(graph: PlanGraph, aspect: number): DrawnGraph | undefined {
  const [drawn, setDrawn] = useState<DrawnGraph>();
  useEffect(() => {
    let isWanted = true;
    void latest(graph, aspect).then((laid) => {
      if (isWanted && laid) setDrawn({ graph, laid });
    });
    return () => {
      isWanted = false;
    };
  }, [graph, aspect]);
  return drawn;
}

let running: Promise<unknown> = Promise.resolve();
let asked = 0;

async function latest(graph: PlanGraph, aspect: number): Promise<LaidOut | undefined> {
  asked++;
  const mine = asked;
  const before = running;
  const turn = before.then(() => (mine === asked ? layoutWorker().layoutGraph(graph, aspect) : undefined));
  running = turn.catch(() => undefined);
  return turn;
}

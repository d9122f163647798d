import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { patchBetween } from '#lib/learn/engine/patch-between.ts';
import type { Workspace } from '#lib/learn/engine/workspace.ts';
import type { BorrowedTool } from './borrowed-tool.ts';
import type { StepSurfaceProps } from './step-surface.tsx';

/** Somebody who has not changed anything for so long has rested. */
const REST_MS = 300;

export interface Borrowed {
  /** The tool holds the workspace; before that it must not be shown. */
  readonly isReady: boolean;
  /** Hands the work out at once. */
  readonly handOut: () => void;
}

/** Borrows a tool for a step, hands out what is changed in it, and gives it back. Another attempt borrows it anew. */
export function useBorrowed(tool: BorrowedTool, props: StepSurfaceProps, attempt = 0): Borrowed {
  const { surface, situation, workspace, levers } = props;
  const canWork = levers.length > 0;
  const wanted = useMemo(() => workText(situation, workspace), [situation, workspace]);
  const key = useMemo(
    () => JSON.stringify([attempt, surface, situation, levers]),
    [attempt, surface, situation, levers],
  );
  const latest = useRef(props);
  /** The work that the tool and the step agree on. */
  const agreed = useRef('');
  const [lentFor, setLentFor] = useState<string>();
  const isReady = lentFor === key;

  useLayoutEffect(() => {
    latest.current = props;
  });

  // Before what is shown of the tool looks into it. The same situation again is no other one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what is borrowed
  useLayoutEffect(() => {
    agreed.current = wanted;
    setLentFor(key);
    return tool.lend(props);
  }, [tool, key]);

  const handOut = useCallback(() => {
    const { situation: before, levers: may, onWork } = latest.current;
    if (may.length === 0) return;
    const now = tool.read(latest.current);
    const text = workText(before, now);
    if (text === agreed.current) return;
    agreed.current = text;
    onWork(patchBetween(before, now));
  }, [tool]);

  useEffect(() => {
    if (!isReady || wanted === agreed.current) return;
    agreed.current = wanted;
    tool.show(latest.current.workspace);
  }, [tool, isReady, wanted]);

  useEffect(() => {
    if (!isReady || !canWork) return;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const stop = tool.subscribe(() => {
      clearTimeout(resting);
      resting = setTimeout(handOut, REST_MS);
    });
    window.addEventListener('pagehide', handOut);
    return () => {
      clearTimeout(resting);
      stop();
      window.removeEventListener('pagehide', handOut);
    };
  }, [tool, isReady, canWork, handOut]);

  return { isReady, handOut };
}

function workText(situation: Workspace, now: Workspace): string {
  return JSON.stringify(patchBetween(situation, now));
}

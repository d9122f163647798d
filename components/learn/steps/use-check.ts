import { useEffect, useRef, useState } from 'react';
import type { WorkspacePatch } from '#lib/learn/engine/workspace.ts';
import { recordOf } from '#lib/learn/run/scenario-run.ts';
import type { ActStep } from '#lib/learn/scenario/step.ts';
import { messageOf } from '../player/use-asked.ts';
import { runOf } from '../session/progress.ts';
import { learnClient } from '../worker/learn-client.ts';
import type { CheckedWork } from '../worker/protocol.ts';
import type { StepProps } from './step-props.ts';

export interface Looked {
  readonly result: CheckedWork;
  /** What was looked at. */
  readonly work: WorkspacePatch;
}

export interface Checking {
  /** The last look; undefined before the first. */
  readonly looked: Looked | undefined;
  readonly isBusy: boolean;
  readonly failure: string | undefined;
  readonly check: () => Promise<void>;
  readonly forget: () => void;
}

const NO_WORK: WorkspacePatch = {};

/** Asks the engines whether the work does it. What passed before is looked at again after a reload, without counting. */
export function useCheck({ scenario, step, record, dispatch }: StepProps<ActStep>): Checking {
  const [looked, setLooked] = useState<Looked>();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const isHere = useRef(false);
  const look = async (): Promise<Looked | undefined> => {
    setBusy(true);
    setFailure(undefined);
    try {
      // As it is kept now: the last change may be younger than what is painted.
      const run = runOf(scenario.id);
      const work = (run && recordOf(run, step.id).work) ?? NO_WORK;
      const result = await learnClient().remote.check(scenario.id, step.id, work);
      setLooked({ result, work });
      return { result, work };
    } catch (error) {
      setFailure(messageOf(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was done before the page was opened
  useEffect(() => {
    if (record.passed) void look();
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const check = async () => {
    const now = await look();
    // Events are about the step that is shown.
    if (!now || !isHere.current) return;
    const { checks, keeps } = now.result;
    dispatch({ kind: 'checked', allHold: [...checks, ...keeps].every(({ holds }) => holds) });
  };
  return { looked, isBusy, failure, check, forget: () => setLooked(undefined) };
}

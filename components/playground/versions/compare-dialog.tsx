'use client';
import { useEffect, useMemo, useState } from 'react';
import { ExplainButton } from '#components/explain/explain-button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { drawnPlan } from '#lib/explain/drawn-plan.ts';
import { type PlanFacts, packOfDiff } from '#lib/explain/pack-of-plan.ts';
import type { SparkVersion } from '#lib/plan/settings.ts';
import { lookAt, projectNow } from '../session/playground-session.ts';
import type { LookedAt } from '../worker/protocol.ts';
import { CodeDifference } from './code-difference.tsx';
import { changedContext, changedFiles, type KeptVersion } from './kept-version.ts';
import { PlanDifference } from './plan-difference.tsx';

export interface CompareDialogProps {
  readonly version: KeptVersion;
  readonly onClose: () => void;
}

/** A kept version beside the program as it is: what Spark does, and the code. */
export function CompareDialog({ version, onClose }: CompareDialogProps) {
  const [now] = useState(projectNow);
  const [looked, setLooked] = useState<{ readonly before: LookedAt; readonly after: LookedAt }>();
  const [problem, setProblem] = useState<string>();
  const files = useMemo(() => changedFiles(version.project.files, now.files), [version, now]);
  const context = useMemo(() => changedContext(version.project, now), [version, now]);
  useEffect(() => {
    let isWanted = true;
    Promise.all([lookAt(version.project), lookAt(now)])
      .then(([before, after]) => {
        if (isWanted && before && after) setLooked({ before, after });
      })
      .catch((error: unknown) => {
        if (isWanted) setProblem(error instanceof Error ? error.message : String(error));
      });
    return () => {
      isWanted = false;
    };
  }, [version, now]);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={`${version.name} and now`}
      className="w-[min(80rem,calc(100vw-1rem))]"
    >
      <div className="grid min-h-0 gap-5 overflow-auto p-4">
        {problem === undefined ? null : (
          <p role="alert" className="text-sm">
            The versions could not be compared: {problem}
          </p>
        )}
        {context.length === 0 ? null : (
          <section aria-label="Under other settings">
            <p className="font-medium text-sm">Not only the code differs:</p>
            <ul className="wrap-anywhere text-sm text-soft">
              {context.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        )}
        {looked ? (
          <>
            <PlanDifference {...looked} />
            <ExplainButton
              of={looked}
              makePack={() =>
                packOfDiff(
                  factsOf(looked.before, version.project.settings.spark),
                  factsOf(looked.after, now.settings.spark),
                )
              }
            />
          </>
        ) : problem === undefined ? (
          <p className="text-soft text-sm">Planning both versions …</p>
        ) : null}
        {files.length === 0 ? (
          <p className="text-sm">The code is the same.</p>
        ) : (
          files.map((file) => <CodeDifference key={file.path} file={file} />)
        )}
      </div>
    </Dialog>
  );
}

function factsOf({ view, graph, findings }: LookedAt, spark: SparkVersion): PlanFacts {
  return drawnPlan(view, graph, spark, [...new Set(findings.map(({ id }) => id))]);
}

'use client';
import { useStore } from '#components/shell/use-store.ts';
import { NO_PROGRESS } from '#lib/learn/progress/learn-progress.ts';
import type { Outline } from '#lib/learn/scenario/outline.ts';
import { isStorageRefused, progress } from '../session/progress.ts';
import { ConceptList } from './concept-list.tsx';
import { OwnRunDoor } from './own-run-door.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { RecallPanel } from './recall-panel.tsx';
import { ScenarioPath } from './scenario-path.tsx';

export interface LearnStartProps {
  readonly outlines: readonly Outline[];
}

/** The path, what is back to be answered, and what was shown to be known. */
export function LearnStart({ outlines }: LearnStartProps) {
  const known = useStore(progress, () => NO_PROGRESS);
  const isRefused = useStore(isStorageRefused, () => false);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[7fr_5fr]">
      <div className="grid min-w-0 gap-4">
        {isRefused ? (
          <p className="rounded border border-line border-l-4 border-l-alert bg-panel p-4 text-sm">
            This browser keeps nothing for this page, or has no room left. What you do here holds until the
            tab is closed; save your progress as a file to take it along.
          </p>
        ) : null}
        {Object.keys(known.recalls).length > 0 ? (
          <RecallPanel outlines={outlines} recalls={known.recalls} />
        ) : null}
        <ScenarioPath outlines={outlines} progress={known} />
      </div>
      <div className="grid min-w-0 gap-4">
        <ConceptList outlines={outlines} progress={known} />
        <OwnRunDoor />
        <ProgressPanel />
      </div>
    </div>
  );
}

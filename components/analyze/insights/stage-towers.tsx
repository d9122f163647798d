'use client';
import { parseStage } from '#lib/tables/queries/stage-key.ts';
import { TaskSkyline } from '../stages/task-skyline.tsx';

/** The tasks of an insight's stage by size: what skew and stragglers look like. */
export function StageTowers({ stage }: { readonly stage: string }) {
  const key = parseStage(stage);
  if (!key) return null;
  return (
    <section aria-label={`Tasks of stage ${stage}`}>
      <h3 className="pb-1 font-semibold text-sm">Tasks of stage {stage} by duration</h3>
      <TaskSkyline stage={key} measure="time" height={130} />
    </section>
  );
}

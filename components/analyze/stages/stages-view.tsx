'use client';
import { parseStage } from '#lib/tables/queries/stage-key.ts';
import { stageList } from '#lib/tables/queries/stage-list.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import { usePlace } from '../place/use-place.ts';
import type { OpenRunState } from '../run/open-state.ts';
import { StageListPanel } from './stage-list-panel.tsx';
import { StagePage } from './stage-page.tsx';

/** All stages, or the one that the address names. */
export function StagesView({ run }: { readonly run: OpenRunState }) {
  const { stage } = usePlace();
  const answer = useAnswer('stage-list', stageList);
  const key = stage === undefined ? undefined : parseStage(stage);
  return (
    <Answered answer={answer} what="the stages">
      {(stages) =>
        key ? (
          <StagePage key={stage} stage={key} stages={stages} insights={run.findings.insights} />
        ) : (
          <StageListPanel stages={stages} insights={run.findings.insights} />
        )
      }
    </Answered>
  );
}

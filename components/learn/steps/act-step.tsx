import { useCallback, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Status } from '#components/ui/status.tsx';
import { exists } from '#lib/base/assert.ts';
import { patchBetween } from '#lib/learn/engine/patch-between.ts';
import { joinPatches, type WorkspacePatch } from '#lib/learn/engine/workspace.ts';
import { isWorkedOffered } from '#lib/learn/run/step-status.ts';
import type { ActStep as Act } from '#lib/learn/scenario/step.ts';
import { CheckList } from './check-list.tsx';
import { helpOf } from './help-of.ts';
import { HintLadder } from './hint-ladder.tsx';
import { Looking } from './looking.tsx';
import { Prose, Words } from './prose.tsx';
import { QueryAnswer } from './query-answer.tsx';
import { StepLayout } from './step-layout.tsx';
import type { StepProps } from './step-props.ts';
import { StepTool } from './step-tool.tsx';
import { useCheck } from './use-check.ts';
import { Verdict } from './verdict.tsx';
import { WorkedOffer } from './worked-offer.tsx';

/** Change something in the tool until the checks hold. */
export function ActStep(props: StepProps<Act>) {
  const { scenario, step, record, known, dispatch } = props;
  const { looked, isBusy, failure, check, forget } = useCheck(props);
  const checkButton = useRef<HTMLButtonElement>(null);
  const { work } = record;
  const onWork = useCallback((next: WorkspacePatch) => dispatch({ kind: 'edited', work: next }), [dispatch]);
  const result = looked?.result;
  const isOld =
    looked !== undefined &&
    looked.work !== work &&
    JSON.stringify(looked.work) !== JSON.stringify(work ?? {});
  const help = helpOf(step, record);
  const takeWorked = () => {
    dispatch({ kind: 'edited', work: joinPatches(work ?? {}, step.worked.patch) });
    dispatch({ kind: 'worked', taken: true });
    checkButton.current?.focus();
  };
  const decline = () => {
    dispatch({ kind: 'worked', taken: false });
    checkButton.current?.focus();
  };
  const takeSolution = () => {
    const [start, solution] = [step.shows.situation, step.solution].map((name) =>
      exists(scenario.situations[name], `the situation ${name}`),
    );
    const { log: _log, ...solved } = patchBetween(start!, solution!);
    dispatch({ kind: 'edited', work: solved });
    checkButton.current?.focus();
  };
  return (
    <StepLayout
      tool={
        <StepTool
          shows={step.shows}
          situations={scenario.situations}
          work={work}
          levers={step.levers}
          onWork={onWork}
        />
      }
    >
      <Prose text={step.prose} known={known} />
      <p className="max-w-prose font-medium">
        <Words text={step.task} known={known} />
      </p>
      <CheckList label="To become so" checks={step.checks} results={result?.checks} known={known} />
      <CheckList label="To stay so" checks={step.keeps} results={result?.keeps} known={known} />
      <div>
        <div className="flex flex-wrap items-center gap-2">
          <Button
            ref={checkButton}
            kind={record.passed ? 'secondary' : 'primary'}
            onClick={() => void check()}
            unavailable={isBusy ? 'The engines are looking' : undefined}
          >
            {result ? 'Check again' : 'Check'}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              forget();
              dispatch({ kind: 'step-restarted' });
            }}
          >
            Restart this step
          </Button>
          {isOld ? <span className="text-faint text-xs">Changed since the last check</span> : null}
        </div>
        <Looking
          text={isBusy ? 'Looking at your work …' : undefined}
          failure={failure}
          again={() => void check()}
        />
        <Status>{result && !isBusy ? <Verdict {...{ result, record, known, step }} /> : null}</Status>
      </div>
      {result?.answer ? <QueryAnswer rows={result.answer} /> : null}
      {record.worked === 'taken' && !record.passed ? (
        <Prose text={step.worked.say} known={known} className="border-edge border-l-2 pl-3 text-sm" />
      ) : null}
      {isWorkedOffered(step, record) || help === 'worked-again' ? (
        <WorkedOffer
          title="Shall the next step be done for you?"
          text="It is done here in the tool, on top of your work. What remains is yours."
          onTake={takeWorked}
          {...(help === 'worked-again' ? {} : { onDismiss: decline })}
        />
      ) : null}
      {help === 'solution' ? (
        <WorkedOffer
          title="Do you want to see one solution?"
          text="It takes the place of your work. Look at what it changes, then check it."
          onTake={takeSolution}
        />
      ) : null}
      {record.passed ? null : (
        <HintLadder
          hints={step.hints}
          climbed={record.hints}
          onClimb={() => dispatch({ kind: 'hint' })}
          known={known}
        />
      )}
    </StepLayout>
  );
}

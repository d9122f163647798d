import { RECALL_DAYS } from '#lib/learn/recall/recall.ts';
import { recordOf } from '#lib/learn/run/scenario-run.ts';
import { isDone } from '#lib/learn/run/step-status.ts';
import type { RecallStep as Recall } from '#lib/learn/scenario/step.ts';
import { Prose } from './prose.tsx';
import { StepLayout } from './step-layout.tsx';
import type { StepProps } from './step-props.ts';

/** Says when the question comes back; it is not asked yet. */
export function RecallStep({ scenario, run, step, known }: StepProps<Recall>) {
  const open = scenario.steps.filter((each) => !isDone(each, recordOf(run, each.id)));
  const days = new Intl.ListFormat('en-US').format(RECALL_DAYS.map(String));
  return (
    <StepLayout>
      <Prose text={step.prose} known={known} />
      <p className="max-w-prose text-soft text-sm">
        It comes back {days} days after you finish, on the page Learn: later each time you answer it rightly.
        What you did stays in this browser.
      </p>
      {open.length > 0 ? (
        <p className="max-w-prose">
          Still open: {open.map(({ title }) => `“${title}”`).join(', ')}. Continue leads there.
        </p>
      ) : null}
    </StepLayout>
  );
}

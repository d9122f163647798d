import { Panel } from '#components/ui/panel.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { recordOf } from '#lib/learn/run/scenario-run.ts';
import { figureText } from '#lib/learn/scenario/figure.ts';
import type { VerifyStep as Verify } from '#lib/learn/scenario/step.ts';
import { AgreementTable } from './agreement-table.tsx';
import { EarlierPrediction } from './earlier-prediction.tsx';
import type { Known } from './known.ts';
import { Prose } from './prose.tsx';
import { StepLayout } from './step-layout.tsx';
import type { StepProps } from './step-props.ts';
import { StepTool } from './step-tool.tsx';

/** What was predicted beside what came out, before beside after, and whether the three engines agree. */
export function VerifyStep({ scenario, run, step, known }: StepProps<Verify>) {
  const predictions = scenario.steps.filter((each) => each.kind === 'predict' && step.of.includes(each.id));
  return (
    <>
      <StepLayout tool={<StepTool shows={step.shows} situations={scenario.situations} />}>
        <Prose text={step.prose} known={known} />
        {step.compare.length > 0 ? (
          <SimpleTable
            caption="Before and after"
            className="rounded border border-line bg-panel px-3 pb-1"
            columns={[
              { header: 'What' },
              { header: 'Before', align: 'end' },
              { header: 'After', align: 'end' },
            ]}
            rows={step.compare.map(({ label, before, after }) => [
              label,
              textOf(known, before),
              <span key="after" className="font-medium">
                {textOf(known, after)}
              </span>,
            ])}
          />
        ) : null}
      </StepLayout>
      <ul
        aria-label="Your predictions"
        className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2"
      >
        {predictions.map((each) =>
          each.kind === 'predict' ? (
            <EarlierPrediction
              key={each.id}
              scenario={scenario.id}
              seed={run.seed}
              step={each}
              committed={recordOf(run, each.id).answer}
              known={known}
            />
          ) : null,
        )}
      </ul>
      {step.agree.length > 0 ? (
        <Panel title="Do prediction, simulation and measurement agree?">
          <AgreementTable agree={step.agree} known={known} />
        </Panel>
      ) : null}
    </>
  );
}

function textOf({ figures, values }: Known, name: string): string {
  const [figure, value] = [figures[name], values[name]];
  return figure && value !== undefined ? figureText(value, figure.unit) : '…';
}

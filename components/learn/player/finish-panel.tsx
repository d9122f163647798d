import { Check } from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import type { Known } from '../steps/known.ts';
import { Words } from '../steps/prose.tsx';
import type { NextScenario } from './scenario-page.ts';

export interface FinishPanelProps {
  readonly scenario: Scenario;
  readonly known: Known;
  /** Undefined after the last one. */
  readonly next: NextScenario | undefined;
  readonly onAgain: () => void;
  /** Takes the focus of the button that finished. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** What one can do now, and where to go from here. */
export function FinishPanel({ scenario, known, next, onAgain, heading }: FinishPanelProps) {
  return (
    <section aria-labelledby="finished" className="grid gap-3 rounded border border-edge bg-panel p-4">
      <h2
        ref={heading}
        id="finished"
        tabIndex={-1}
        className="flex items-center gap-2 font-semibold text-lg outline-none"
      >
        <Check aria-hidden size={20} strokeWidth={2.5} />
        Finished. You can now
      </h2>
      <ul className="ml-5 grid max-w-prose list-disc gap-1">
        {scenario.story.able.map((each) => (
          <li key={each}>
            <Words text={each} known={known} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {next ? (
          <ButtonLink href={`/learn/${next.id}`} kind="primary" prefetch={false}>
            Next: {next.title}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/learn">Your progress</ButtonLink>
        <Button kind="quiet" onClick={onAgain}>
          Once more, with other numbers
        </Button>
      </div>
    </section>
  );
}

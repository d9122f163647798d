import { Disclosure } from '#components/ui/disclosure.tsx';
import type { Story } from '#lib/learn/scenario/scenario.ts';
import type { Known } from '../steps/known.ts';
import { Prose, Words } from '../steps/prose.tsx';

export interface StoryPanelProps {
  readonly story: Story;
  readonly known: Known;
  /** Folded away once one knows it. */
  readonly folded: boolean;
}

/** Who meets it, what they see, and what it is good for. */
export function StoryPanel({ story, known, folded }: StoryPanelProps) {
  const { who, symptom, goal, able } = story;
  const text = (
    <div className="grid gap-3 lg:grid-cols-2 lg:gap-8">
      <div className="grid content-start gap-2">
        <p className="text-soft text-sm">
          <Words text={who} known={known} />
        </p>
        <Prose text={symptom} known={known} />
        <Prose text={goal} known={known} className="font-medium" />
      </div>
      <div className="grid content-start gap-1 text-sm">
        <p className="font-medium">You will be able to</p>
        <ul className="ml-5 grid max-w-prose list-disc gap-1 text-soft">
          {able.map((each) => (
            <li key={each}>
              <Words text={each} known={known} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
  return (
    <section aria-label="Story" className="rounded border border-line bg-panel px-4 py-3">
      {folded ? <Disclosure summary="The story">{text}</Disclosure> : text}
    </section>
  );
}
